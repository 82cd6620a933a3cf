/** What a set-up must never have, whoever wrote it: checked in templates and in what the CDK makes. */
export function checkSafety(template) {
  const problems = [];
  for (const [id, { Type, Properties = {} }] of Object.entries(template)) {
    const say = (text) => problems.push(`${id}: ${text}`);
    for (const statement of statementsIn(Properties)) checkStatement(statement, say);
    if (Properties.AssumeRolePolicyDocument)
      for (const statement of list(Properties.AssumeRolePolicyDocument.Statement)) checkTrust(statement, say);
    if (Type === "AWS::Cognito::UserPool") checkPool(Properties, say);
    if (Type === "AWS::Cognito::UserPoolClient") checkClient(Properties, say);
    for (const secret of secretsIn(Properties)) say(`a secret in plain text: ${secret}`);
  }
  return problems;
}

const list = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** Every policy statement within a value, however deep. */
function* statementsIn(value) {
  if (Array.isArray(value)) for (const item of value) yield* statementsIn(item);
  else if (value && typeof value === "object") {
    if (value.Effect && (value.Action || value.NotAction)) yield value;
    else for (const item of Object.values(value)) yield* statementsIn(item);
  }
}

function checkStatement({ Effect, Action, NotAction, Principal }, say) {
  if (Effect !== "Allow") return;
  if (list(Action).includes("*")) say("allows Action *");
  if (NotAction) say("allows NotAction");
  if (Principal === "*" || list(Principal?.AWS).includes("*")) say("allows everyone");
}

function checkTrust({ Action, Principal = {}, Condition = {} }, say) {
  const keys = Object.values(Condition).flatMap((block) => Object.keys(block));
  const actions = list(Action);
  if (actions.includes("sts:AssumeRoleWithWebIdentity") && !keys.some((key) => key.endsWith(":aud")))
    say("web identity without aud");
  if (actions.includes("sts:AssumeRoleWithSAML") && !keys.includes("SAML:aud")) say("SAML without aud");
  if (
    list(Principal.Federated).some((name) => name === "cognito-identity.amazonaws.com") &&
    !keys.some((key) => key.endsWith(":amr"))
  )
    say("Cognito identities without amr");
  if (Principal.AWS && keys.length === 0) say("an account without external ID or condition");
}

function checkPool({ MfaConfiguration, DeletionProtection }, say) {
  if (!["ON", "OPTIONAL"].includes(MfaConfiguration)) say("no MFA");
  if (DeletionProtection !== "ACTIVE") say("no deletion protection");
}

/** Tokens of an hour at most: validity counts in the unit, else in hours. */
function checkClient(client, say) {
  const {
    AllowedOAuthFlows = [],
    ExplicitAuthFlows = [],
    AccessTokenValidity,
    TokenValidityUnits = {},
  } = client;
  if (AllowedOAuthFlows.includes("implicit")) say("implicit flow");
  if (ExplicitAuthFlows.includes("ALLOW_USER_PASSWORD_AUTH")) say("password flow");
  if (TokenValidityUnits.AccessToken !== "minutes" || AccessTokenValidity > 60)
    say("access tokens of more than an hour");
  if (!AllowedOAuthFlows.includes("client_credentials") && client.PreventUserExistenceErrors !== "ENABLED")
    say("tells whether a user exists");
}

/** Values of keys that hold secrets, when they are written out. */
function* secretsIn(value, key = "") {
  if (
    typeof value === "string" &&
    /^(Password|client_secret|SecretString|SecretAccessKey)$/.test(key) &&
    !value.includes("{{resolve:")
  )
    yield key;
  else if (value && typeof value === "object")
    for (const [name, item] of Object.entries(value)) yield* secretsIn(item, name);
}
