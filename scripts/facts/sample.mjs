/**
 * node scripts/facts/sample.mjs [seed]   draws 60 records by a seeded choice, for a person to hold against AWS's documentation.
 * The verdicts are in test/review/facts-spot-check.md.
 */
import { generated, readParts } from "./lib.mjs";

/** Mulberry32: small, and the same everywhere. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const parts = [...readParts(generated)].map(([name, text]) => [name, JSON.parse(text)]);
const like = (pattern) => parts.filter(([name]) => pattern.test(name));
const inner = (object, prefix) =>
  Object.entries(object ?? {}).map(([name, value]) => [`${prefix}${name}`, value]);

const types = like(/^types-/).flatMap(([, { types }]) => Object.entries(types));
const cdk = like(/^cdk-aws_/).flatMap(([part, { types }]) => inner(types, `${part.slice(4)}.`));
const one = (name) => parts.find(([part]) => part === name)[1];
const pools = [
  [
    24,
    "property",
    types.flatMap(([type, data]) => [
      ...inner(data.properties, `${type}.`),
      ...Object.entries(data.definitions ?? {}).flatMap(([name, block]) => inner(block, `${type}.${name}.`)),
    ]),
  ],
  [5, "attribute", types.flatMap(([type, data]) => inner(data.attributes, `${type} !GetAtt `))],
  [4, "Ref", types.map(([type, data]) => [`${type} !Ref`, { ref: data.ref }])],
  [9, "action", like(/^actions-/).flatMap(([, { service, actions }]) => inner(actions, `${service}:`))],
  [5, "condition key", [...inner(one("keys").global, ""), ...inner(one("keys").keys, "")]],
  [3, "managed policy", inner(one("managed-policies").policies, "")],
  [2, "service principal", inner(one("principals").principals, "")],
  [5, "CDK prop", cdk.flatMap(([name, data]) => inner(data.props, `${name}.`))],
  [3, "CDK member", cdk.flatMap(([name, data]) => inner(data.members, `${name}.`))],
];

const draw = random(Number(process.argv[2] ?? 20261122));
let number = 0;
for (const [count, kind, pool] of pools)
  for (let i = 0; i < count; i++) {
    const [name, value] = pool[Math.floor(draw() * pool.length)];
    number += 1;
    console.log(`${number}. ${kind} ${name} ${JSON.stringify(value)}`);
  }
