import type { Range, Term } from "../types.ts";

interface Text {
  readonly range: Range;
  readonly text: string;
}

const MANAGED = /^arn:(?:aws[\w-]*|\$\{[^}]{1,80}\}|\*):iam::aws:policy\/(?:[\w+=,.@/-]*\/)?([\w+=,.@-]+)$/;
const IDENTITY =
  /^arn:(?:aws[\w-]*|\$\{[^}]{1,80}\}|\*):(?:iam|sts|cognito-idp|cognito-identity|sso|identitystore|organizations|ds|rolesanywhere|verifiedpermissions|access-analyzer):/;

/** An AWS managed policy's ARN, wherever it stands. */
export function managedPolicyTerm({ range, text }: Text): Term | undefined {
  const name = MANAGED.exec(text)?.[1];
  return name === undefined ? undefined : { kind: "managedPolicy", range, name, arn: text };
}

/** An ARN of an identity service, whose parts can be told in words. */
export function arnTerm({ range, text }: Text): Term | undefined {
  return IDENTITY.test(text) ? { kind: "arn", range, arn: text } : undefined;
}
