/**
 * GitHub's subject claim in words.
 * https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/about-security-hardening-with-openid-connect
 */
import { code, say } from "../../text.ts";
import type { Rich } from "../../types.ts";
import { show } from "../phrase.ts";
import { hasReference, piece, referenceOf, type Text } from "../text.ts";
import { isNaming } from "./principal.ts";

export const GITHUB = "token.actions.githubusercontent.com";

interface Subject {
  readonly owner: Text;
  readonly repository: Text;
  /** What follows the second colon: `ref:refs/heads/main`, `environment:prod`, `*`. */
  readonly context: Text;
}

export function githubSubject(text: Text): Subject | undefined {
  const m = /^repo:([^/:]+)\/([^:]+)(?::(.*))?$/.exec(text.s);
  if (!m) return undefined;
  return {
    owner: piece(text, m[1] ?? ""),
    repository: piece(text, m[2] ?? ""),
    context: piece(text, m[3] ?? ""),
  };
}

/** "the GitHub repository `acme/shop` on branch `main`"; undefined when the claim has another form. */
export function githubWords(text: Text): Rich | undefined {
  if (/^([*?]+|repo:[*?]+)$/.test(text.s)) return say`any GitHub repository (subject ${code(text.s)})`;
  const subject = githubSubject(text);
  if (!subject) return parameterised(text);
  const { owner, repository } = subject;
  const whole = piece(text, `${owner.s}/${repository.s}`);
  // `repo:acme/*` without a context: the star spans everything that follows.
  if (repository.s === "*")
    return say`every GitHub repository of ${show(owner)}${contextWords(subject.context, text.s.includes("*:") ? [] : say`${ANYWHERE}`)}`;
  const some = /[*?]/.test(whole.s) ? "GitHub repositories matching" : "the GitHub repository";
  const full = hasReference(whole.s) ? show(whole) : [code(whole.s)];
  const ends = !/[*\ue000-\uf8ff]$/u.test(repository.s);
  return say`${some} ${full}${contextWords(subject.context, ends ? say`, where the subject ends with it,` : [])}`;
}

/** `repo:${Repository}:ref:...`: owner and name in one parameter. */
function parameterised(text: Text): Rich | undefined {
  const [, whole = "", context = ""] = /^repo:([^/:]+)(?::(.*))?$/.exec(text.s) ?? [];
  if (!hasReference(whole)) return undefined;
  return say`the GitHub repository of ${show(piece(text, whole))}${contextWords(piece(text, context), [])}`;
}

/** "on branch `main`"; "on the branch that parameter `Branch` names" */
const named = (words: string, name: Text): Rich =>
  isNaming(referenceOf(name))
    ? say`${words.replace(/ (?!the )/, " the ")} that ${show(name)} names`
    : say`${words} ${show(name)}`;

const ANYWHERE = ", on any branch, tag, environment or pull request";

/** `absent` where nothing follows the repository. */
function contextWords(context: Text, absent: Rich): Rich {
  const s = context.s;
  if (s === "") return absent;
  if (s === "*") return say`${ANYWHERE}`;
  if (s === "pull_request") return say` for pull requests`;
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/^ref:refs\/heads\/(.+)$/, "on branch"],
    [/^ref:refs\/tags\/(.+)$/, "on tag"],
    [/^environment:(.+)$/, "in environment"],
    [/^job_workflow_ref:(.+)$/, "in the reusable workflow"],
  ];
  for (const [pattern, words] of kinds) {
    const m = pattern.exec(s);
    if (m) return say` ${named(words, piece(context, m[1] ?? ""))}`;
  }
  return say`, where the rest of the subject is ${show(context)}`;
}
