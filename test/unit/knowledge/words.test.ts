import assert from "node:assert/strict";
import { type ConceptIndex, createConcepts } from "../../../src/knowledge/concepts.ts";

const index: ConceptIndex = {
  concepts: [],
  terms: {},
  searches: [],
  words: [
    { word: "user pool", concept: "cognito/user-pool", formerly: false },
    { word: "user pool client", concept: "cognito/app-client", formerly: false },
    { word: "hosted ui", concept: "cognito/domain", formerly: true },
    { word: "jwt", concept: "cognito/tokens", formerly: false },
    { word: "trust policy", concept: "iam/trust-policy", formerly: false },
    { word: "SCP", concept: "organizations/scp", formerly: false },
    { word: "sign-in alias", concept: "cognito/sign-in-aliases", formerly: false },
  ],
};
const { wordsIn } = createConcepts(() => index);

/** The text with «» around what was found, and the concepts in order. */
function marked(text: string): { text: string; concepts: string[] } {
  let out = "";
  let at = 0;
  const concepts: string[] = [];
  for (const { start, end, concept, formerly } of wordsIn(text)) {
    out += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
    concepts.push(formerly ? `${concept} (formerly)` : concept);
  }
  return { text: out + text.slice(at), concepts };
}

function finds(expected: string, ...concepts: string[]): void {
  assert.deepEqual(marked(expected.replace(/[«»]/g, "")), { text: expected, concepts });
}

const findsNothing = (text: string): void => assert.deepEqual(wordsIn(text), []);

describe("glossary words in a text", () => {
  it("finds a phrase in any case, with its range", () => {
    finds("# The «User Pool» of the shop", "cognito/user-pool");
  });
  it("takes the longest first", () => {
    finds("a «user pool client» here", "cognito/app-client");
  });
  it("takes plurals for their singular", () => {
    finds(
      "all «user pools», «sign-in aliases», «trust policies» and «JWTs»",
      "cognito/user-pool",
      "cognito/sign-in-aliases",
      "iam/trust-policy",
      "cognito/tokens",
    );
  });
  it("marks old names", () => finds("«Hosted UI» login", "cognito/domain (formerly)"));
  it("takes a hyphen or a line break for a blank", () => {
    finds("«user-pool» and «user\n    pool»", "cognito/user-pool", "cognito/user-pool");
  });
  it("doesn't reach over punctuation or a blank line", () => {
    findsNothing("user, pool");
    findsNothing("user\n\npool");
    findsNothing("user. Pool");
  });
  it("finds a word at the end of a sentence, in quotes and behind a possessive", () => {
    finds(
      "Check the «JWT». The '«user pool»'s' id (a «jwt»)",
      "cognito/tokens",
      "cognito/user-pool",
      "cognito/tokens",
    );
  });
  it("finds a word right behind a comment's opening", () => {
    finds("#«user pool»", "cognito/user-pool");
    finds("//«user pool»", "cognito/user-pool");
  });
  it("leaves identifiers, paths, calls and addresses alone", () => {
    for (const text of [
      "userPool",
      "jwtToken",
      "my_jwt",
      "jwt_secret",
      "jwt.decode",
      "auth.jwt",
      "jwt()",
      "a/jwt",
      "jwt/v2",
      "https://jwt.io",
      "x-jwt",
      "jwt-auth",
      "jwt=1",
      "@jwt",
      "$jwt",
      "sts:jwt",
      "--user pool",
    ])
      findsNothing(text);
  });
  it("leaves longer words alone", () => {
    findsNothing("superuser pool");
    findsNothing("user pooling");
  });
  it("matches a word with capitals only as written", () => {
    finds("the «SCP» and two «SCPs»", "organizations/scp", "organizations/scp");
    findsNothing("scp the file over");
  });
  it("stays linear on hostile texts", () => {
    for (const text of [
      "user ".repeat(200_000),
      `user${" ".repeat(1_000_000)}pool`,
      "user\n".repeat(200_000),
    ]) {
      findsNothing(text);
    }
  });
});
