/** A snippet's body as it will be inserted: tab stops as their defaults, escapes taken off, two spaces a level. */
export function expand(body) {
  const defaults = new Map();
  const stop =
    /\\([\\$}])|\$\{(\d+):((?:[^\\}]|\\.)*)\}|\$\{(\d+)\|((?:[^\\,|]|\\.)*)(?:[^\\|]|\\.)*\|\}|\$\{(\d+)\}/g;
  return body
    .map((line) =>
      line
        .replace(/^[\t ]+/, (lead) => lead.replaceAll("\t", "  "))
        .replace(stop, (_, escaped, index, text, choice, first, again) => {
          if (escaped !== undefined) return escaped;
          if (again !== undefined) return defaults.get(again) ?? "";
          const value = (text ?? first).replace(/\\(.)/g, "$1");
          defaults.set(index ?? choice, value);
          return value;
        }),
    )
    .join("\n");
}
