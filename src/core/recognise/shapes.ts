import type { Names } from "../types.ts";

/** `sts:AssumeRole`, `cognito-idp:Admin*`, of a service that AWS has. */
export function isAction(text: string, names: Names): boolean {
  const match = /^([a-z][a-z0-9-]*):[A-Za-z*?][\w*?]*$/i.exec(text);
  return match !== null && names.isActionService((match[1] ?? "").toLowerCase());
}

/** `lambda.amazonaws.com`, `states.${AWS::Region}.amazonaws.com`, `ec2.amazonaws.com.cn`. */
export const isServicePrincipal = (text: string): boolean =>
  /^[a-z0-9-]+(\.([a-z0-9-]+|\$\{[^}]{1,80}\})){0,4}\.(amazonaws\.com(\.cn)?|\$\{AWS::URLSuffix\}|aws\.internal)$/.test(
    text,
  );

/** `aws:PrincipalOrgID`, `token.actions.githubusercontent.com:sub`, `oidc.eks.eu-west-1.amazonaws.com/id/X:aud`. */
export const isConditionKey = (text: string): boolean =>
  /^[A-Za-z][\w.-]*(\/[\w./-]*)?:[A-Za-z][\w-]*(\/\S*)?$/.test(text);
