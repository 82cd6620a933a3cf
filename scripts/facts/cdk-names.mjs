/**
 * The names of the CDK's identity API in its five jsii languages, for the scanner: which classes, structs,
 * enums and methods there are and what types they have. Documentation is in the `cdk-*` parts (cdk.mjs).
 */
import { lean, packageFile, readAuthored, readGzippedJson, sorted, stamp } from "./lib.mjs";

/** Modules taken whole. */
export const wholeModules = [
  "aws_accessanalyzer",
  "aws_accountaccess",
  "aws_cognito",
  "aws_cognito_identitypool",
  "aws_directoryservice",
  "aws_iam",
  "aws_identitystore",
  "aws_organizations",
  "aws_pcaconnectorad",
  "aws_rolesanywhere",
  "aws_sso",
  "aws_verifiedpermissions",
];

/** Modules of which only these types concern identity; what their props need comes along. */
const partialModules = {
  "": [
    "Arn",
    "ArnFormat",
    "Aws",
    "CfnElement",
    "CfnParameter",
    "CfnRefElement",
    "CfnResource",
    "Duration",
    "Fn",
    "RemovalPolicy",
    "Resource",
    "SecretValue",
    "Size",
    "Stack",
    "Tags",
  ],
  aws_apigateway: ["CfnAuthorizer", "CognitoUserPoolsAuthorizer", "AuthorizationType"],
  aws_apigatewayv2: ["CfnAuthorizer", "HttpAuthorizer", "HttpAuthorizerType"],
  aws_apigatewayv2_authorizers: [
    "HttpIamAuthorizer",
    "HttpJwtAuthorizer",
    "HttpUserPoolAuthorizer",
    "WebSocketIamAuthorizer",
  ],
  aws_bedrockagentcore: ["CfnWorkloadIdentity"],
  aws_ec2: ["CfnVerifiedAccessTrustProvider"],
  aws_eks: [
    "AccessEntry",
    "AccessPolicy",
    "AccessPolicyArn",
    "CfnAccessEntry",
    "CfnPodIdentityAssociation",
    "IdentityType",
    "OidcProviderNative",
    "OpenIdConnectProvider",
    "ServiceAccount",
  ],
  aws_elasticloadbalancingv2_actions: ["AuthenticateCognitoAction"],
  aws_mpa: ["CfnIdentitySource"],
};

/** Names a module had before it came into aws-cdk-lib, beside those of CDK version 1. */
const alphaNames = {
  aws_cognito_identitypool: {
    typescript: "@aws-cdk/aws-cognito-identitypool-alpha",
    python: "aws_cdk.aws_cognito_identitypool_alpha",
    java: "software.amazon.awscdk.services.cognito.identitypool.alpha",
    csharp: "Amazon.CDK.AWS.Cognito.IdentityPool.Alpha",
    go: "github.com/aws/aws-cdk-go/awscdkcognitoidentitypoolalpha/v2",
  },
  aws_apigatewayv2_authorizers: {
    typescript: "@aws-cdk/aws-apigatewayv2-authorizers-alpha",
    python: "aws_cdk.aws_apigatewayv2_authorizers_alpha",
    java: "software.amazon.awscdk.services.apigatewayv2.authorizers.alpha",
    csharp: "Amazon.CDK.AWS.Apigatewayv2.Authorizers.Alpha",
    go: "github.com/aws/aws-cdk-go/awscdkapigatewayv2authorizersalpha/v2",
  },
};

/** Ways of writing a value that only the CDK itself makes: noise beside the real type, as references are. */
const noise = new Set(["aws-cdk-lib.IResolvable"]);

export const loadAssembly = () => readGzippedJson(packageFile("aws-cdk-lib", ".jsii.gz"));

const moduleFqn = (name) => (name ? `aws-cdk-lib.${name}` : "aws-cdk-lib");

/** `string`, `any`, `aws-cdk-lib.aws_iam.IRole[]`, `(a|b){}`: `[]` is a list, `{}` a map from strings. */
export function typeText(type) {
  if (type === undefined) return "void";
  if (type.primitive) return type.primitive;
  if (type.fqn) return type.fqn;
  if (type.collection) {
    const element = typeText(type.collection.elementtype);
    const suffix = type.collection.kind === "array" ? "[]" : "{}";
    return element.includes("|") ? `(${element})${suffix}` : element + suffix;
  }
  const parts = (type.union ?? type.intersection).types.map(typeText).filter((text) => !noise.has(text));
  const telling = parts.filter((text) => !text.startsWith("aws-cdk-lib.interfaces."));
  return [...new Set(telling.length ? telling : parts)].join("|") || "any";
}

/** Whether a class ends in `constructs.Construct`, that is, takes (scope, id, props). */
export function isConstruct(assembly, fqn) {
  for (let at = fqn; at; at = assembly.types[at]?.base) if (at === "constructs.Construct") return true;
  return false;
}

const named = (name, optional) => (optional ? `${name}?` : name);
const parameters = (callable) =>
  (callable?.parameters ?? []).map((p) => [named(p.name, p.optional), typeText(p.type)]);
const byName = (items, give) => sorted(Object.fromEntries((items ?? []).map((item) => give(item))));

/** CDK's own constructs: their resource type and what their properties are in CloudFormation. */
let authored;
const readConstructs = () => {
  authored ??= readAuthored("constructs");
  return authored;
};
export const authoredConstructs = () => readConstructs().constructs;
export const authoredDocs = () => readConstructs().docs;
export const authoredStructs = () => readConstructs().structs;

function compactType(assembly, type, construct) {
  const own = (type.properties ?? []).filter((p) => !p.static && !p.protected);
  const statics = (type.properties ?? []).filter((p) => p.static && !p.protected);
  const methods = (type.methods ?? []).filter((m) => !m.protected);
  return lean({
    kind: type.kind === "interface" && type.datatype ? "struct" : type.kind,
    base: [type.base, ...(type.interfaces ?? [])].filter(Boolean),
    construct: type.kind === "class" && isConstruct(assembly, type.fqn),
    abstract: type.abstract,
    cfn: type.docs?.custom?.cloudformationResource ?? construct?.type,
    init: type.kind === "class" ? parameters(type.initializer) : [],
    props: byName(own, (p) => [named(p.name, p.optional), typeText(p.type)]),
    attributes: attributesOf(type, own, construct),
    statics: byName(statics, (p) => [p.name, typeText(p.type)]),
    methods: byName(methods, (m) => [
      m.name,
      [m.static ? "static" : "instance", typeText(m.returns?.type), parameters(m)],
    ]),
    members: (type.members ?? []).map((m) => m.name),
  });
}

/** What the properties of a construct are in CloudFormation: `Ref`, or the attribute that GetAtt reads. */
function attributesOf(type, own, construct) {
  const read = own.filter((p) => p.docs?.custom?.cloudformationAttribute);
  const ref = type.fqn === "aws-cdk-lib.CfnRefElement" ? { ref: "Ref" } : {};
  return {
    ...byName(read, (p) => [p.name, p.docs.custom.cloudformationAttribute]),
    ...ref,
    ...construct?.attributes,
  };
}

const fqnsIn = (text) => text.split(/[|()[\]{}]+/).filter((word) => word.includes("."));

/** The chosen types and the structs and enums of the same module that their props are made of. */
function closure(assembly, prefix, names) {
  const found = new Set();
  const visit = (fqn) => {
    const type = assembly.types[fqn];
    if (!type || found.has(fqn) || !fqn.startsWith(`${prefix}.`)) return;
    found.add(fqn);
    const inits = parameters(type.initializer).map(([, text]) => text);
    const props = type.datatype ? (type.properties ?? []).map((p) => typeText(p.type)) : [];
    for (const text of [...inits, ...props])
      for (const next of fqnsIn(text)) {
        const { kind, datatype } = assembly.types[next] ?? {};
        if (datatype || kind === "enum") visit(next);
      }
    if (type.base) visit(type.base);
    if (type.datatype) for (const base of type.interfaces ?? []) visit(base);
  };
  for (const name of names) {
    if (!assembly.types[`${prefix}.${name}`])
      throw new Error(`cdk-names.mjs: ${prefix}.${name} is gone; mend partialModules`);
    visit(`${prefix}.${name}`);
  }
  return [...found];
}

const inModule = (assembly, prefix) =>
  Object.keys(assembly.types).filter(
    (fqn) => fqn.startsWith(`${prefix}.`) && !/\.(I\w+Ref|\w+Reference)$/.test(fqn),
  );

/** What each language writes to bring the module in: version 2 first, then version 1 and alpha. */
function importNames(assembly, name) {
  const targets = name ? assembly.submodules[moduleFqn(name)].targets : assembly.targets;
  const dashed = name.replaceAll("_", "-");
  const joined = name.replaceAll("_", "");
  const go = "github.com/aws/aws-cdk-go/awscdk";
  const first = {
    typescript: name ? [`aws-cdk-lib/${dashed}`, `@aws-cdk/${dashed}`] : ["aws-cdk-lib", "@aws-cdk/core"],
    python: name ? [targets.python.module] : ["aws_cdk", "aws_cdk.core"],
    java: name ? [targets.java.package] : ["software.amazon.awscdk", "software.amazon.awscdk.core"],
    csharp: [targets.dotnet.namespace],
    go: name ? [`${go}/v2/${joined}`, `${go}/${joined}`] : [`${go}/v2`, go],
  };
  const alpha = alphaNames[name] ?? {};
  return Object.fromEntries(
    Object.entries(first).map(([language, names]) => [language, [...names, alpha[language]].filter(Boolean)]),
  );
}

/** Type texts name types of their own module without the module: `.Role`. */
const shorten = (prefix, value) =>
  JSON.parse(
    JSON.stringify(value).replaceAll(
      new RegExp(`(?<=["|(])${prefix.replaceAll(".", "\\.")}(?=\\.[A-Z])`, "g"),
      "",
    ),
  );

function module(assembly, name, fqns, partial) {
  const prefix = moduleFqn(name);
  const constructs = authoredConstructs();
  const types = fqns.map((fqn) => {
    const construct = constructs[fqn.slice("aws-cdk-lib.".length)];
    return [fqn.slice(prefix.length + 1), compactType(assembly, assembly.types[fqn], construct)];
  });
  return lean({
    ...importNames(assembly, name),
    partial,
    types: shorten(prefix, sorted(Object.fromEntries(types))),
  });
}

/** Fqns of every type that is covered, by module. */
export function coveredTypes(assembly) {
  const whole = wholeModules.map((name) => [name, inModule(assembly, moduleFqn(name))]);
  const partial = Object.entries(partialModules).map(([name, names]) => [
    name,
    closure(assembly, moduleFqn(name), names),
  ]);
  return new Map([...whole, ...partial]);
}

export function cdkNames(assembly) {
  const modules = {};
  for (const [name, fqns] of coveredTypes(assembly))
    modules[moduleFqn(name)] = module(assembly, name, fqns, name in partialModules);
  return { source: stamp("aws-cdk-lib"), modules: sorted(modules) };
}
