import type { Value } from "../../types.ts";
import type { Node } from "../syntax.ts";
import { scalar } from "./build.ts";
import { follow } from "./lower/follow.ts";
import { lower } from "./lower/lower.ts";
import type { Lowering } from "./lower/lowering.ts";

const SECONDS: Readonly<Record<string, number>> = {
  millis: 0.001,
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86400,
};

/** `Duration.hours(12)` in the unit that the property counts in. */
export function durationIn(l: Lowering, node: Node, unit: "seconds" | "minutes" | "days"): Value {
  const seconds = secondsIn(l, node);
  if (seconds === undefined) return lower(l, node);
  return scalar(seconds / (SECONDS[unit] ?? 1), follow(l, node).range);
}

/** How long `Duration.hours(12)` is; undefined where that isn't known, or the expression is none. */
export function secondsIn(l: Lowering, node: Node): number | undefined {
  const made = follow(l, node);
  const callee = made.kind === "call" ? l.resolver.meaning(made.callee) : undefined;
  if (made.kind !== "call" || callee?.kind !== "method" || !callee.member.owner.fqn.endsWith(".Duration"))
    return undefined;
  const given = made.arguments[0]?.value;
  const amount = given && lower(l, given);
  if (amount?.kind !== "scalar") return undefined;
  if (callee.member.name === "parse") return isoSeconds(String(amount.value));
  const factor = SECONDS[callee.member.name];
  return typeof amount.value === "number" && factor !== undefined ? amount.value * factor : undefined;
}

/** `P1DT2H30M` in seconds. */
function isoSeconds(text: string): number | undefined {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!match) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}
