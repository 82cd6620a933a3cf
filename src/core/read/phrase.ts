/** Small words that every reading is made of. */
import { code, plain, say } from "../text.ts";
import type { Parameter, Rich } from "../types.ts";
import { hasReference, piece, type Reference, referenceOf, replaceMarks, type Text } from "./text.ts";

const joined = (list: readonly Rich[], last: string): Rich =>
  list.flatMap((part, i) => {
    if (i === 0) return part;
    return [{ text: i === list.length - 1 ? ` ${last} ` : ", " }, ...part];
  });

/** "a, b and c" */
export const and = (list: readonly Rich[]): Rich => joined(list, "and");
/** "a, b or c" */
export const or = (list: readonly Rich[]): Rich => joined(list, "or");

/** Without those that read like an earlier one. */
export function distinct(list: readonly Rich[]): Rich[] {
  const seen = new Set<string>();
  return list.filter((rich) => !seen.has(plain(rich)) && seen.add(plain(rich)));
}

export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const UNITS: readonly (readonly [number, string])[] = [
  [86400, "day"],
  [3600, "hour"],
  [60, "minute"],
  [1, "second"],
];

/** Seconds in words, exactly: 3600 is "1 hour", 5400 "1 hour 30 minutes". */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds <= 0) return plural(seconds, "second");
  let rest = seconds;
  const words: string[] = [];
  for (const [size, name] of UNITS) {
    // 36 hours say more than "1 day 12 hours"; whole days are days.
    if (name === "day" && rest % size !== 0) continue;
    const n = Math.floor(rest / size);
    if (n) words.push(plural(n, name));
    rest -= n * size;
  }
  if (rest > 0) words.push(plural(rest, "second"));
  return words.join(" ");
}

/** Seconds of an ISO 8601 duration (`PT8H`, `PT90M`); undefined when it is none. */
export function isoSeconds(text: string): number | undefined {
  const m = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!m || text.length < 3 || text.endsWith("T")) return undefined;
  const [d, h, min, s] = m.slice(1).map((part) => Number(part ?? 0));
  return (d ?? 0) * 86400 + (h ?? 0) * 3600 + (min ?? 0) * 60 + (s ?? 0);
}

/** A twelve-digit account id the way the console shows it. */
export const account = (id: string): string => id.replace(/^(\d{4})(\d{4})(\d{4})$/, "$1-$2-$3");

/** First letter as a capital, for a sentence's start. */
export function capital(rich: Rich): Rich {
  const [first, ...rest] = rich;
  if (!first || first.style === "code") return rich;
  return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
}

/** A text with its references named: code where it is literal, words where it is a reference. */
export function show(text: Text): Rich {
  if (text.s === "") return [{ text: "nothing" }];
  const whole = referenceOf(text);
  if (whole) return name(whole);
  return hasReference(text.s) ? [code(inline(text))] : [code(text.s)];
}

/** The same within other code: `arn:aws:s3:::${Bucket}/*`. */
export const inline = (text: Text): string => replaceMarks(text, (ref) => `\${${shortName(ref)}}`);

/** Within `${...}`: what is a reference as a whole stands without braces of its own. */
function within(text: Text): string {
  const whole = referenceOf(text);
  return whole ? shortName(whole) : inline(text);
}

function shortName(reference: Reference | undefined): string {
  switch (reference?.kind) {
    case "resource":
      return reference.attribute ? `${reference.resource.id}.${reference.attribute}` : reference.resource.id;
    case "parameter":
      return reference.parameter.id;
    case "pseudo":
      return reference.name;
    case "import":
      return `import ${within(reference.name)}`;
    case "choice":
      return `${within(reference.yes)} or ${within(reference.no)}`;
    case "part":
      return `part of ${within(reference.of)}`;
    case "unknown":
      return reference.text;
    default:
      return "nothing";
  }
}

const PSEUDO: Readonly<Record<string, string>> = {
  "AWS::AccountId": "this account",
  "AWS::Region": "this Region",
  "AWS::StackName": "this stack's name",
  "AWS::StackId": "this stack's id",
  "AWS::URLSuffix": "this partition's domain",
};

/** A reference in words: "parameter `Owner` (default `acme`)", "`AppPool`". */
export function name(reference: Reference): Rich {
  switch (reference.kind) {
    case "resource":
      return reference.attribute && !/^(Arn|Id|.*Id|.*Arn)$/.test(reference.attribute)
        ? say`${reference.attribute} of ${code(reference.resource.id)}`
        : [code(reference.resource.id)];
    case "parameter":
      return parameterName(reference.parameter);
    case "pseudo":
      return [PSEUDO[reference.name] ? { text: PSEUDO[reference.name] ?? "" } : code(reference.name)];
    case "import":
      return say`the imported value ${show(reference.name)}`;
    case "choice":
      return choiceName(reference);
    case "part":
      return say`${reference.all ? "each part" : "a part"} of ${show(reference.of)}`;
    case "unknown":
      return [code(reference.text)];
    default:
      return [{ text: "nothing" }];
  }
}

function parameterName(parameter: Parameter): Rich {
  const list = /^(List<|CommaDelimitedList)/.test(parameter.type);
  const head = list
    ? say`the values of parameter ${code(parameter.id)}`
    : say`parameter ${code(parameter.id)}`;
  const allowed = parameter.allowedValues.flatMap((v) =>
    v.kind === "scalar" ? [[code(String(v.value))]] : [],
  );
  if (allowed.length > 1 && allowed.length < 5) return say`${head} (${or(allowed)})`;
  const fallback = parameter.default;
  if (parameter.noEcho || fallback?.kind !== "scalar" || fallback.value === "" || fallback.value === null)
    return head;
  return say`${head} (default ${code(String(fallback.value))})`;
}

function choiceName(choice: { condition: string; yes: Text; no: Text }): Rich {
  const absent = (text: Text) => referenceOf(text)?.kind === "absent";
  const condition = code(choice.condition);
  if (absent(choice.no)) return say`${show(choice.yes)} (only if ${condition} holds)`;
  if (absent(choice.yes)) return say`${show(choice.no)} (unless ${condition} holds)`;
  return say`${show(choice.yes)} if ${condition} holds, else ${show(choice.no)}`;
}

/** "if `IsProd` holds" of a branch; nothing for a value that is always there. */
export function when(conditions: readonly string[]): Rich {
  if (conditions.length === 0) return [];
  const parts = conditions.map((c) =>
    c.startsWith("not ") ? say`${code(c.slice(4))} does not hold` : say`${code(c)} holds`,
  );
  return say`if ${and(parts)}`;
}

// ---------------------------------------------------------------- ARNs

export interface Arn {
  readonly partition: Text;
  readonly service: string;
  readonly region: Text;
  readonly account: Text;
  readonly resource: Text;
}

/** An ARN's parts, with references kept in each. Undefined when the text is none. */
export function arnOf(text: Text): Arn | undefined {
  const [arn, partition, service, region, owner, ...resource] = text.s.split(":");
  if (arn !== "arn" || service === undefined || owner === undefined || resource.length === 0)
    return undefined;
  return {
    partition: piece(text, partition ?? ""),
    service,
    region: piece(text, region ?? ""),
    account: piece(text, owner),
    resource: piece(text, resource.join(":")),
  };
}

/** "this account", "account 1111-2222-3333", "the account in parameter `Partner`". */
export function accountName(text: Text): Rich {
  const reference = referenceOf(text);
  if (reference?.kind === "pseudo" && reference.name === "AWS::AccountId") return [{ text: "this account" }];
  if (reference) return say`the account in ${name(reference)}`;
  if (/^\d{12}$/.test(text.s)) return [{ text: `account ${account(text.s)}` }];
  return say`account ${show(text)}`;
}
