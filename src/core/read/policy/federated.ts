/** Who comes in through an outside identity provider, with the conditions that say so taken in. */
import { code, say } from "../../text.ts";
import type { Rich } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { or, show } from "../phrase.ts";
import { hasReference, literalOf, piece, referenceOf, type Text } from "../text.ts";
import { readsWildcards } from "./condition.ts";
import { oidcKey } from "./conditionKeys.ts";
import { GITHUB, githubWords } from "./github.ts";
import type { ConditionTest, PrincipalEntry, Statement } from "./parse.ts";
import { isNaming, type Provider, providerOf } from "./principal.ts";

/** Somebody who may assume a role, and the conditions that the words already hold. */
export interface Party {
  readonly who: Rich;
  readonly used: readonly ConditionTest[];
  /** The action by which such a caller assumes a role; undefined when that can't be told. */
  readonly action: "AssumeRole" | "AssumeRoleWithWebIdentity" | "AssumeRoleWithSAML" | undefined;
  /** Is the session bounded by the role's maximum session duration? Not so for AWS services. */
  readonly bounded: boolean;
  /** Does a role take this one? Such a session lasts an hour at most. */
  readonly chained?: boolean;
}

export function federatedParty(entry: PrincipalEntry, statement: Statement, context: ReadContext): Party {
  const provider = providerOf(entry.text, context);
  if (provider.kind === "saml") return samlParty(provider, statement);
  if (provider.kind === "unknown")
    return {
      who: users(entry.text, provider),
      used: [],
      action: undefined,
      bounded: true,
    };
  if (provider.issuer === "cognito-identity.amazonaws.com") return cognitoParty(statement);
  return oidcParty(provider, statement);
}

const users = (text: Text, provider: Provider): Rich =>
  referenceOf(text)?.kind !== "unknown" && isNaming(referenceOf(text))
    ? say`users of the identity provider that ${provider.name} names`
    : say`users of the identity provider ${provider.name}`;

/** The test of a claim that narrows (equals or matches any of its values), of one issuer or of any. */
export function claimTest(
  statement: Statement,
  issuer: string | undefined,
  claim: string,
): ConditionTest | undefined {
  return statement.tests.find((test) => {
    const key = oidcKey(test.key);
    if (key?.claim.toLowerCase() !== claim || test.set === "ForAllValues" || test.ifExists) return false;
    if (issuer && !key.issuer.includes("$") && key.issuer.toLowerCase() !== issuer.toLowerCase())
      return false;
    return narrows(test);
  });
}

/** Equality without wildcards that would be taken literally, or a pattern. */
function narrows(test: ConditionTest): boolean {
  const base = test.base.toLowerCase();
  if (test.values.length === 0) return false;
  if (base === "stringlike") return true;
  return base === "stringequals" && !test.values.some((value) => /[*?]/.test(value.s));
}

const texts = (test: ConditionTest | undefined): Rich => or((test?.values ?? []).map(show));
const present = (...tests: readonly (ConditionTest | undefined)[]): ConditionTest[] =>
  tests.filter((test) => test !== undefined);

// ---------------------------------------------------------------- Cognito identity pools

function cognitoParty(statement: Statement): Party {
  const issuer = "cognito-identity.amazonaws.com";
  const aud = claimTest(statement, issuer, "aud");
  const amr = claimTest(statement, issuer, "amr");
  const pool = aud ? say`the identity pool ${texts(aud)}` : say`any identity pool, of any account`;
  return {
    who: say`${amr ? or(amr.values.map(usersOf)) : say`users, signed in or guests,`} of ${pool}`,
    used: present(aud, amr),
    action: "AssumeRoleWithWebIdentity",
    bounded: false,
  };
}

function usersOf(amr: Text): Rich {
  if (amr.s === "authenticated") return say`signed-in users`;
  if (amr.s === "unauthenticated") return say`guests (users who are not signed in)`;
  return say`users signed in with ${show(amr)}`;
}

// ---------------------------------------------------------------- SAML

const CONSOLE =
  /^https:\/\/([a-z0-9-]+\.)?signin\.(aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com|aws\.amazon\.[a-z]+)\/saml/i;

function samlParty(provider: Provider, statement: Statement): Party {
  const aud = statement.tests.find(
    (test) => test.key.toLowerCase() === "saml:aud" && narrows(test) && !test.set,
  );
  const literal = aud?.values.length === 1 && aud.values[0] ? literalOf(aud.values[0]) : undefined;
  const console = literal !== undefined && CONSOLE.test(literal);
  const usual = literal === "https://signin.aws.amazon.com/saml";
  const where = usual ? say`, to the console,` : console ? say`, to the console at ${code(literal)},` : [];
  return {
    who: say`users who sign in through the SAML provider ${provider.name}${where}`,
    used: console ? present(aud) : [],
    action: "AssumeRoleWithSAML",
    bounded: true,
  };
}

// ---------------------------------------------------------------- OIDC

const ISSUERS: Readonly<Record<string, string>> = {
  "app.terraform.io": "HCP Terraform",
  "gitlab.com": "GitLab",
  "oidc.vercel.com": "Vercel",
  "agent.buildkite.com": "Buildkite",
  "api.bitbucket.org": "Bitbucket",
  "oidc.circleci.com": "CircleCI",
};

function oidcParty(provider: Provider, statement: Statement): Party {
  const sub = claimTest(statement, provider.issuer, "sub");
  const aud = claimTest(statement, provider.issuer, "aud");
  const subject = sub ? subjectWords(provider, sub) : undefined;
  const usual = aud?.values.length === 1 && aud.values[0]?.s === "sts.amazonaws.com";
  const audience = usual ? [] : texts(aud);
  return {
    who: subject
      ? say`${subject}${audience.length ? say`, with a token for ${audience},` : []}`
      : anyHolder(provider, sub, audience),
    used: present(sub, aud),
    action: "AssumeRoleWithWebIdentity",
    bounded: true,
  };
}

function anyHolder(provider: Provider, sub: ConditionTest | undefined, audience: Rich): Rich {
  const from = issuerName(provider, provider.issuer ? ISSUERS[provider.issuer] : undefined);
  if (sub) {
    const verb = readsWildcards(sub.base) ? "matches" : "is";
    const meant = audience.length ? say` and whose audience is ${audience}` : [];
    return say`holders of a token from ${from} whose subject ${verb} ${texts(sub)}${meant}`;
  }
  const meant = audience.length ? say` for ${audience}` : [];
  return provider.issuer === GITHUB
    ? say`any GitHub Actions workflow of any repository${audience.length ? say`, with a token${meant},` : []}`
    : say`holders of any token${meant} from ${from}`;
}

function issuerName(provider: Provider, known: string | undefined): Rich {
  if (known) return say`${known}${provider.resource ? say` (${provider.name})` : []}`;
  if (provider.resource && provider.issuer) return say`${code(provider.issuer)} (${provider.name})`;
  return provider.resource ? say`the OIDC provider ${provider.name}` : provider.name;
}

/** The subject claim where its form is known: GitHub, EKS service accounts, GitLab, HCP Terraform. */
function subjectWords(provider: Provider, sub: ConditionTest): Rich | undefined {
  const like = readsWildcards(sub.base);
  const words = sub.values.map((value) => oneSubject(provider, like ? value : value));
  if (words.some((word) => word === undefined)) return undefined;
  const list = or(words.filter((word) => word !== undefined));
  const own = provider.issuer === GITHUB && provider.resource === undefined ? accountTail(provider) : [];
  return say`${list}${own}`;
}

/** Another account's provider is named, so that two providers of one issuer don't read alike. */
function accountTail(provider: Provider): Rich {
  const rest = provider.name.slice(1);
  return rest.length ? say` (through the provider${rest})` : [];
}

function oneSubject(provider: Provider, sub: Text): Rich | undefined {
  const issuer = provider.issuer;
  if (issuer === GITHUB || (issuer === undefined && sub.s.startsWith("repo:"))) {
    const words = githubWords(sub);
    return words && say`workflows of ${words}`;
  }
  const pod = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(sub.s);
  if (pod) return podWords(piece(sub, pod[1] ?? ""), piece(sub, pod[2] ?? ""), provider);
  if (issuer === "gitlab.com") return gitlabWords(sub);
  return issuer === "app.terraform.io" ? terraformWords(sub) : undefined;
}

function podWords(namespace: Text, account: Text, provider: Provider): Rich {
  const who = account.s === "*" ? say`any service account` : say`the service account ${show(account)}`;
  const where = namespace.s === "*" ? say`any namespace` : say`namespace ${show(namespace)}`;
  return say`pods with ${who} in ${where} of the cluster of ${issuerName(provider, undefined)}`;
}

function gitlabWords(sub: Text): Rich | undefined {
  const m = /^project_path:([^:]+)(?::ref_type:([^:]+):ref:(.+)|:\*)?$/.exec(sub.s);
  if (!m) return undefined;
  const which = /[*?]/.test(m[1] ?? "") ? "every project matching" : "the project";
  const project = say`GitLab pipelines of ${which} ${show(piece(sub, m[1] ?? ""))}`;
  if (!m[2] || !m[3]) return say`${project}, on any branch or tag`;
  if (hasReference(m[2]) || /[*?]/.test(m[2]))
    return say`${project} on ${show(piece(sub, m[3]))} (kind ${show(piece(sub, m[2]))})`;
  return say`${project} on ${m[2]} ${show(piece(sub, m[3]))}`;
}

function terraformWords(sub: Text): Rich | undefined {
  const m = /^organization:([^:]+):project:([^:]+):workspace:([^:]+):run_phase:([^:]+)$/.exec(sub.s);
  if (!m) return undefined;
  const [org, project, workspace, phase] = m.slice(1).map((part) => piece(sub, part));
  if (!org || !project || !workspace || !phase) return undefined;
  const runs = phase.s === "*" ? say`every run phase` : say`the run phase ${show(phase)}`;
  return say`HCP Terraform runs of workspace ${show(workspace)} in project ${show(project)} of organization ${show(org)}, in ${runs}`;
}
