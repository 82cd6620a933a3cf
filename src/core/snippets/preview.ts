/**
 * A set-up as it will look: tab stops as their defaults, escapes taken off, two columns for a level. For a preview
 * and the clipboard.
 */
export function preview(body: readonly string[]): string {
  const defaults = new Map<string, string>();
  return body
    .map((line) =>
      line
        .replace(/^[\t ]+/, (lead) => lead.replaceAll("\t", "  "))
        .replace(STOP, (...found) => shown(found, defaults)),
    )
    .join("\n");
}

/** An escape, a stop with its default, one with choices, or one used again. */
const STOP =
  /\\([\\$}])|\$\{(\d+):((?:[^\\}]|\\.)*)\}|\$\{(\d+)\|((?:[^\\,|]|\\.)*)(?:[^\\|]|\\.)*\|\}|\$\{(\d+)\}/g;

function shown(found: readonly (string | undefined)[], defaults: Map<string, string>): string {
  const [, escaped, stop, text, choice, first, again] = found;
  if (escaped !== undefined) return escaped;
  if (again !== undefined) return defaults.get(again) ?? "";
  const value = (text ?? first ?? "").replace(/\\(.)/g, "$1");
  defaults.set(stop ?? choice ?? "", value);
  return value;
}
