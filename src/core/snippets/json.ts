import { lineEnd, type Place, type TextEdit } from "./setups.ts";

/** A member of an object: its key, and where it ends. */
interface Member {
  readonly key: string;
  readonly start: number;
  end: number;
  object: Obj | undefined;
  hasColon: boolean;
  hasValue: boolean;
}

/** An object that is open at the root or is the root's `Resources`. */
interface Obj {
  readonly start: number;
  /** Of its closing brace, or of the text where there is none. */
  close: number;
  closed: boolean;
  readonly members: Member[];
  /** Offsets of the commas between members. */
  readonly commas: number[];
}

/** The place at a cursor, if a resource may begin just there. */
export function jsonPlaceAt(text: string, offset: number, width: number): Place | undefined {
  const root = readRoot(text);
  const resources = resourcesOf(root);
  if (!root || !resources || offset <= resources.start || offset > resources.close) return undefined;
  if (insideLineComment(text, offset)) return undefined;
  const typed = resources.members.find((m) => m.start <= offset && offset <= m.end);
  if (typed && (typed.hasColon || typed.end > lineEndAt(text, offset))) return undefined;
  const previous = resources.members.filter((m) => m.end <= offset && m !== typed).at(-1);
  const awaitsValue =
    previous && !previous.hasValue && !resources.commas.some((at) => at >= previous.end && at < offset);
  if (awaitsValue) return undefined;
  return place(text, root, resources, typed ?? { start: offset, end: offset }, width);
}

/**
 * Where a resource goes when it is asked for from elsewhere: after the resource that the cursor stands in, else at
 * the end of `Resources`, which is made where there is none; with a whole skeleton in an empty document. Nothing
 * where the text isn't one object.
 */
export function jsonPlaceFor(
  text: string,
  offset: number,
  width: number,
  transform: string | undefined,
): Place | undefined {
  const here = jsonPlaceAt(text, offset, width);
  if (here) return here;
  const root = readRoot(text);
  if (!root) return /\S/.test(text.replace(/^\uFEFF/, "")) ? undefined : skeleton(text, width, transform);
  const resources = resourcesOf(root);
  if (!resources) return newSection(text, root, width);
  const member =
    resources.members.find((m) => m.start <= offset && offset <= m.end) ?? resources.members.at(-1);
  const after = member ? afterComma(resources, member) : resources.start + 1;
  return place(text, root, resources, { start: after, end: after }, width);
}

const afterComma = (object: Obj, member: Member): number => {
  const next = object.members.find((other) => other.start > member.start);
  const comma = object.commas.find((at) => at >= member.end && (!next || at < next.start));
  return comma === undefined ? member.end : comma + 1;
};

/** What stands around a member that takes `range` in an object: commas, lines, indentation. */
function place(
  text: string,
  root: Obj,
  object: Obj,
  range: { start: number; end: number },
  width: number,
): Place {
  const unit = unitOf(text, root, width);
  const outer = leadOf(text, object.start);
  const indent = object.members[0] ? memberIndent(text, object, outer + unit) : outer + unit;
  const previous = object.members.filter((m) => m.end <= range.start && m.start !== range.start).at(-1);
  const next = object.members.find((m) => m.start >= range.end && m.start !== range.start);
  const commaBetween = (from: number, to: number) => object.commas.some((at) => at >= from && at < to);
  const comma: TextEdit[] =
    previous && !commaBetween(previous.end, range.start)
      ? [{ range: { start: previous.end, end: previous.end }, text: "," }]
      : [];
  const joined = comma.length > 0 && previous?.end === range.start;
  const needsComma = next !== undefined && !commaBetween(range.end, next.start);
  const lineStart = text.lastIndexOf("\n", range.start - 1) + 1;
  const alone = /^[ \t]*$/.test(text.slice(lineStart, range.start));
  const eol = lineEnd(text);
  const rest = text.slice(range.end, lineEndAt(text, range.end));
  const closesHere = /^[ \t]*\}/.test(rest);
  return {
    range: alone ? { start: lineStart, end: range.end } : { start: range.start, end: range.end },
    before: alone ? indent : `${joined ? "," : ""}${eol}${indent}`,
    after: `${needsComma ? "," : ""}${closesHere ? eol + outer : needsComma && rest.trim() !== "" ? eol + indent : ""}`,
    indent,
    unit,
    edits: joined ? [] : comma,
  };
}

function newSection(text: string, root: Obj, width: number): Place {
  const unit = unitOf(text, root, width);
  const eol = lineEnd(text);
  const last = root.members.at(-1);
  const at = last ? afterComma(root, last) : root.start + 1;
  const comma = last && at === last.end ? "," : "";
  const indent = unit + unit;
  return {
    range: { start: at, end: last ? at : root.close },
    before: `${comma}${eol}${unit}"Resources": {${eol}${indent}`,
    after: `${eol}${unit}}${last ? "" : eol}${root.closed ? "" : `${eol}}`}`,
    indent,
    unit,
    edits: [],
  };
}

function skeleton(text: string, width: number, transform: string | undefined): Place {
  const unit = " ".repeat(width);
  const eol = lineEnd(text);
  const head = `{${eol}${unit}"AWSTemplateFormatVersion": "2010-09-09",${eol}`;
  const sam = transform ? `${unit}"Transform": "${transform}",${eol}` : "";
  return {
    range: { start: text.startsWith("\uFEFF") ? 1 : 0, end: text.length },
    before: `${head}${sam}${unit}"Resources": {${eol}${unit}${unit}`,
    after: `${eol}${unit}}${eol}}${eol}`,
    indent: unit + unit,
    unit,
    edits: [],
  };
}

// ---------------------------------------------------------------- indentation

const lineEndAt = (text: string, offset: number): number => {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
};

const leadOf = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset))?.[0] ?? "";

/** The indentation of an object's members where one has a line of its own. */
function memberIndent(text: string, object: Obj, otherwise: string): string {
  const own = object.members.find(
    (m) => /^[ \t]*$/.test(text.slice(text.lastIndexOf("\n", m.start - 1) + 1, m.start)) && m.hasColon,
  );
  return own ? leadOf(text, own.start) : otherwise;
}

/** One level: the indentation of the root's first member that has a line of its own. */
function unitOf(text: string, root: Obj, width: number): string {
  return memberIndent(text, root, "") || " ".repeat(width);
}

// ---------------------------------------------------------------- reading, tolerant

const insideLineComment = (text: string, offset: number): boolean =>
  /^[ \t]*\/\//.test(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset));

/** Where a key of the outermost object stands. */
export const jsonKeyAt = (text: string, key: string): number | undefined =>
  readRoot(text)?.members.find((member) => member.key === key)?.start;

const resourcesOf = (root: Obj | undefined): Obj | undefined =>
  root?.members.find((member) => member.key === "Resources" && member.object)?.object;

/** Strings (closed or not), comments, punctuation, and any other word. */
const TOKEN = /"(?:[^"\\\r\n]|\\.)*"?|\/\/.*|\/\*[\s\S]*?(?:\*\/|$)|[{}[\],:]|[^\s{}[\],:"]+/g;

/** The root object with its members, and the objects that are their values with theirs; nothing deeper. */
function readRoot(text: string): Obj | undefined {
  const open: (Obj | undefined)[] = [];
  let root: Obj | undefined;
  let before = "";
  for (const { 0: token, index: start } of text.replace(/^\uFEFF/, " ").matchAll(TOKEN)) {
    if (token.startsWith("/*") || token.startsWith("//")) continue;
    if (token === "{" || token === "[") {
      const object = token === "{" && open.length < 2 ? newObject(start, text.length) : undefined;
      if (open.length === 0 && (root || !object)) return root;
      if (open.length === 0) root = object;
      else hold(open.at(-1), object);
      open.push(object);
    } else if (token === "}" || token === "]") close(open, start);
    else readInObject(open.at(-1), token, before, start);
    before = token;
  }
  return root;
}

function hold(owner: Obj | undefined, object: Obj | undefined): void {
  const member = owner?.members.at(-1);
  if (member) Object.assign(member, { object, hasValue: true });
}

function close(open: (Obj | undefined)[], at: number): void {
  const object = open.pop();
  if (object) Object.assign(object, { close: at, closed: true });
  const member = open.at(-1)?.members.at(-1);
  if (member) member.end = at + 1;
}

function readInObject(object: Obj | undefined, token: string, before: string, start: number): void {
  const member = object?.members.at(-1);
  const end = start + token.length;
  if (!object) return;
  if (token === ",") object.commas.push(start);
  else if (token === ":") Object.assign(member ?? {}, { hasColon: true, end });
  else if (before === ":" && member) Object.assign(member, { hasValue: true, end });
  else
    object.members.push({
      key: token.replace(/^"|"$/g, ""),
      start,
      end,
      object: undefined,
      hasColon: false,
      hasValue: false,
    });
}

const newObject = (start: number, end: number): Obj => ({
  start,
  close: end,
  closed: false,
  members: [],
  commas: [],
});
