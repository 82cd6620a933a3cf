import type { Address } from "../../reference/types.ts";
import type { FilePlace, FromPage } from "./protocol.ts";

type Fields = Readonly<Record<string, unknown>>;
type Check = (message: Fields) => boolean;

/** A message of the page, or undefined for anything that is not quite one. */
export function fromPage(message: unknown): FromPage | undefined {
  if (!isObject(message) || typeof message.type !== "string") return undefined;
  return Object.hasOwn(CHECKS, message.type) && CHECKS[message.type as FromPage["type"]](message)
    ? (message as unknown as FromPage)
    : undefined;
}

const CHECKS: Readonly<Record<FromPage["type"], Check>> = {
  ready: () => true,
  open: ({ address }) => isAddress(address),
  search: ({ query }) => typeof query === "string",
  copy: ({ text }) => typeof text === "string",
  insert: ({ text, language }) => typeof text === "string" && typeof language === "string",
  reveal: ({ place }) => isPlace(place),
  unpinned: () => true,
};

/** Where the page was left, out of the state that it keeps in the editor; the start page where there is none. */
export function lastAddress(state: unknown): Address {
  const { history, at } = isObject(state) ? state : {};
  const visit: unknown = Array.isArray(history) ? history[Number(at)] : undefined;
  return isObject(visit) && isAddress(visit.address) ? visit.address : { kind: "start" };
}

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const NAMED: readonly unknown[] = [
  "type",
  "action",
  "key",
  "construct",
  "snippet",
] satisfies Address["kind"][];

function isAddress(value: unknown): value is Address {
  if (!isObject(value)) return false;
  if (value.kind === "start") return true;
  if (value.kind === "concept")
    return typeof value.id === "string" && (value.section === undefined || typeof value.section === "string");
  return NAMED.includes(value.kind) && typeof value.name === "string";
}

const isPlace = (value: unknown): value is FilePlace =>
  isObject(value) &&
  typeof value.uri === "string" &&
  Number.isInteger(value.start) &&
  Number.isInteger(value.end);
