/** The few assertions that host tests need: `node:assert` is not there in the web worker host. */

export function ok(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

export function equal<T>(actual: T, expected: T, message = "not equal"): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${message}\n  actual:   ${a}\n  expected: ${b}`);
}

export function includes(text: string, part: string, message = "not in the text"): void {
  if (!text.includes(part)) throw new Error(`${message}\n  looked for: ${part}\n  in:         ${text}`);
}
