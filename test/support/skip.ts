/** Skips a test that needs what isn't there. The reason goes beside its name, for the report that lists what was skipped. */
export function skip(context: Mocha.Context, reason: string): never {
  if (context.test) context.test.title += ` (${reason})`;
  return context.skip();
}
