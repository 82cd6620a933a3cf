import type { ConditionKeyFact, Facts, ServicePrincipalFact } from "../core/types.ts";
import { field, isRecord, keys, type PartStore, text } from "./parts.ts";

type PolicyFacts = Pick<Facts, "conditionKey" | "servicePrincipal">;

const STS_KEYS =
  "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif";
const SERVICE_KEYS =
  "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html";

/** No key or principal is longer; what is, is no name of AWS's. */
const LONGEST = 400;

/** Condition keys and service principals. `keys.json`, `principals.json`: see `scripts/facts/iam.mjs`. */
export function createPolicyFacts(store: PartStore): PolicyFacts {
  let index: { readonly from: unknown; readonly keys: ReadonlyMap<string, ConditionKeyFact> } | undefined;
  const keyIndex = () => {
    const from = store.get("keys");
    if (index?.from !== from) index = { from, keys: indexKeys(from) };
    return index?.keys ?? new Map<string, ConditionKeyFact>();
  };
  return {
    conditionKey(key) {
      if (key.length > LONGEST) return undefined;
      return find(keyIndex(), key) ?? claimOf(store.get("keys"), key);
    },
    servicePrincipal: (principal) =>
      principal.length > LONGEST ? undefined : principalIn(store.get("principals"), principal),
  };
}

/** Keys in small letters, since IAM doesn't tell case apart; the variable tail of `aws:PrincipalTag/${TagKey}` left open. */
function indexKeys(part: unknown): ReadonlyMap<string, ConditionKeyFact> {
  const found = new Map<string, ConditionKeyFact>();
  for (const list of ["keys", "global", "authored"] as const) {
    const entries = field(part, list);
    for (const key of keys(entries)) {
      const data = field(entries, key);
      found.set(opened(key), {
        key,
        type: text(field(data, "type")) ?? "String",
        doc: docOf(data),
        global: list === "global",
        url: text(field(data, "url")) ?? (list === "keys" ? SERVICE_KEYS : undefined),
      });
    }
  }
  return found;
}

const docOf = (data: unknown): string =>
  [text(field(data, "doc")), text(field(data, "present"))].filter(Boolean).join(" ");

const opened = (key: string): string => key.toLowerCase().replace(/\$\{.*$/, "");

/** `aws:principaltag/dept` by `aws:principaltag/`, `kms:encryptioncontext:app` by `kms:encryptioncontext:`. */
function find(index: ReadonlyMap<string, ConditionKeyFact>, written: string): ConditionKeyFact | undefined {
  const key = written.toLowerCase();
  const exact = index.get(key);
  if (exact) return exact;
  for (let at = key.length - 1; at > 0; at--) {
    if (key[at] !== "/" && key[at] !== ":") continue;
    const prefix =
      index.get(key.slice(0, at + 1)) ?? (key[at] === "/" ? index.get(key.slice(0, at)) : undefined);
    if (prefix) return { ...prefix, key: prefix.key.slice(0, at) + written.slice(at) };
  }
  return undefined;
}

/** An OIDC claim: `<issuer>:<claim>`. The issuer is known by name or pattern, or any host with a path, or a variable. */
function claimOf(part: unknown, key: string): ConditionKeyFact | undefined {
  const colon = key.lastIndexOf(":");
  const issuer = key.slice(0, colon).toLowerCase();
  const claim = key.slice(colon + 1).toLowerCase();
  const common = field(field(part, "claims"), claim);
  const isVariable = common !== undefined && /^\$\{[\w.]+\}$/.test(issuer);
  if (colon < 1 || !(isVariable || /^[a-z0-9$]([a-z0-9.${}:-]*)\.[a-z${}][\w.${}/:-]*$/.test(issuer)))
    return undefined;
  const known = issuerOf(field(part, "issuers"), issuer);
  const own = field(field(known, "claims"), claim);
  const named = own ?? common;
  const data = named ?? field(field(part, "claims"), "*");
  const name = text(field(known, "name"));
  const doc = docOf(data);
  const said = isRecord(own) || !name ? doc : `${doc} Issued by ${name}.`;
  const url = text(field(data, "url")) ?? text(field(known, "url")) ?? STS_KEYS;
  const type = text(field(data, "type")) ?? "String";
  return { key, type, doc: said, global: false, guessed: !isRecord(named) && !known, url };
}

/** Issuers are told by their host, or by a pattern with `*`. */
function issuerOf(issuers: unknown, issuer: string): unknown {
  const exact = field(issuers, issuer);
  if (exact) return exact;
  const name = keys(issuers).find((pattern) => {
    const [head = "", tail = ""] = pattern.split("*", 2);
    return pattern.includes("*") && issuer.startsWith(head) && issuer.endsWith(tail);
  });
  return name === undefined ? undefined : field(issuers, name);
}

const domain = /^(.*?)\.(amazonaws\.com(?:\.cn)?|aws\.internal|c2s\.ic\.gov|sc2s\.sgov\.gov)$/;
const region = /\.(?:(?:us|eu|ap|sa|ca|me|af|cn|il|mx)(?:-gov|-iso[a-z]?)?-[a-z]+-\d|\$\{[^}]*region\})$/;

/**
 * The service behind a principal, also in a Region's form: `states.us-east-1.amazonaws.com`, `logs.${AWS::Region}.amazonaws.com`.
 * A host of a service, such as `bucket.s3.amazonaws.com`, is no principal.
 */
function principalIn(part: unknown, principal: string): ServicePrincipalFact | undefined {
  const name = principal.toLowerCase();
  const principals = field(part, "principals");
  const [, host, suffix] = domain.exec(name) ?? [];
  const bare = host?.replace(region, "") ?? "";
  const service =
    text(field(principals, name)) ??
    text(field(principals, `${bare}.${suffix}`)) ??
    text(field(principals, `${bare}.amazonaws.com`)) ??
    text(field(field(part, "services"), bare));
  return service === undefined ? undefined : { principal, service };
}
