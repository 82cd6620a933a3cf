import assert from "node:assert/strict";
import { detect } from "../../src/core/detect.ts";
import { createTemplateLocator } from "../../src/core/template/locate.ts";
import type { Located, Site, TextDoc } from "../../src/core/types.ts";

/** Gives numbers below its argument; the same for the same seed (mulberry32). */
export type Random = (below: number) => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const TYPED = [
  ..."abcR:{}[]\"'#-!&*|>%@,.\\ \t\n${}",
  "\n  ",
  "\n      ",
  "- ",
  ": ",
  "!Ref ",
  "!Sub '${A.B}'",
];
const PASTED = [
  "Resources:\n",
  "  New:\n    Type: AWS::IAM::Role\n    Properties:\n",
  '"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole"}],\n',
  "{% if x %}\n",
  "\r\n",
  "---\n",
  "*anchor",
  "&anchor ",
  "\u{1F511}\uFEFF\u0000",
];

/** One thing that a person, a paste or a formatter may do to a text. */
export function edited(text: string, random: Random): string {
  const at = random(text.length + 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  switch (random(6)) {
    case 0:
      return before + after.slice(1 + random(3));
    case 1:
      return before + after.slice(random(120));
    case 2:
      return before + (PASTED[random(PASTED.length)] ?? "") + after;
    case 3:
      return text.slice(0, text.lastIndexOf("\n", at - 1) + 1) + text.slice(text.indexOf("\n", at) + 1);
    default:
      return before + (TYPED[random(TYPED.length)] ?? "") + after;
  }
}

const signOf = ({ role, range, text, ...site }: Site): string =>
  JSON.stringify([role, range.start, range.end, text, site], (key, value) =>
    key === "document" ? 0 : value,
  );

function read(located: Located): { sites: string[]; ids: string[] } {
  const { resources, parameters } = located.model();
  return {
    sites: [...located.sites()].map(signOf),
    ids: [...resources.values()].map(({ id, type }) => `${id} ${type}`).concat([...parameters.keys()]),
  };
}

/** Edits a text again and again; what is kept between versions must never show. */
export function fuzz(text: string, languageId: string, edits: number, random: Random): void {
  const kept = createTemplateLocator();
  let now = text;
  for (let version = 1; version <= edits; version++) {
    // broken beyond use after a while: start over
    now = version % 40 === 0 ? text : edited(now, random);
    const doc: TextDoc = { uri: "file:///fuzz", languageId, version, text: now };
    const dialect = detect(doc);
    if (!dialect || dialect.kind === "cdk") continue;
    const located = kept.locate(doc, dialect);
    located.siteAt(random(now.length + 1));
    if (random(4) > 0) continue;
    const fresh = createTemplateLocator().locate(doc, dialect);
    assert.deepEqual(read(located), read(fresh), `differs from a fresh reading:\n${now}`);
    inOrder(located, now);
  }
}

function inOrder(located: Located, text: string): void {
  let end = 0;
  for (const site of located.sites()) {
    assert.ok(site.range.start >= end && site.range.end > site.range.start, `sites overlap at ${end}`);
    assert.deepEqual(located.siteAt(site.range.start), site);
    end = site.range.end;
  }
  assert.ok(end <= text.length);
}
