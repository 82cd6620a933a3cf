/** `# identity-lens: ignore <id>` (`//` in CDK) at the end of a line, or on one of its own above it. */
const MARK = /(?:#|\/\/|--)[ \t]*identity-lens:[ \t]*ignore((?:[ \t,]+[a-z0-9-]+)*)/i;

/** Is the finding at an offset silenced by a comment on its line or in the lines of comment above it? */
export function isSilenced(text: string, offset: number, id: string): boolean {
  let start = text.lastIndexOf("\n", offset - 1) + 1;
  if (silences(lineAt(text, start), id)) return true;
  while (start > 0) {
    start = text.lastIndexOf("\n", start - 2) + 1;
    const line = lineAt(text, start);
    if (!/^[ \t]*(#|\/\/)/.test(line)) return false;
    if (silences(line, id)) return true;
  }
  return false;
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? text.length : end);
}

/** A comment without an id silences everything at its place. */
function silences(line: string, id: string): boolean {
  const m = MARK.exec(line);
  if (!m) return false;
  const ids = (m[1] ?? "").split(/[ \t,]+/).filter(Boolean);
  return ids.length === 0 || ids.includes(id);
}
