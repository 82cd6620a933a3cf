/** Fails on what sounds like identity and is neither covered nor left out with a reason. */
import { isConstruct } from "./cdk-names.mjs";
import { identityServices, serviceNames } from "./iam.mjs";
import { readAuthored, require } from "./lib.mjs";
import { isIdentityType } from "./types.mjs";

const typeWords =
  /IAM|Identit|SSO|Cognito|Directory|Organization(?!al)|RolesAnywhere|Verified|Access(?!or|Point)|Auth|Entitlement|Principal|Trust|SAML|OIDC|Federat|Credential|Permission|UserPool/;
const serviceWords =
  /IAM|Identit|SSO|Cognito|Director|Organi|Anywhere|Verified Access|Permissions|Access (Analyzer|Manager)|Auth|Signin|Token|Account/;
const moduleWords = /iam|identit|sso|cognito|directory|organi|anywhere|verified|access|auth|sign/;

/** Is `name` in the list, as it is or by `*`? */
function listed(list, name) {
  return Object.keys(list).some((entry) => {
    const [head, tail] = entry.split("*");
    return tail === undefined ? name === entry : name.startsWith(head) && name.endsWith(tail);
  });
}

function unclassified(kind, names, list, remedy) {
  return names
    .filter((name) => !listed(list, name))
    .map(
      (name) =>
        `left-out.yaml: ${kind} ${name} is not classified. Remedy: ${remedy}, or list it with a reason.`,
    );
}

/** @returns problems, ready to print */
export function classify(assembly, cdk) {
  const { types, services, modules, constructs } = readAuthored("left-out");
  const db = require("@aws-cdk/aws-service-spec").loadAwsServiceSpecSync();
  const newTypes = db
    .all("resource")
    .map((resource) => resource.cloudFormationType)
    .filter((type) => typeWords.test(type) && !/Association$/.test(type) && !isIdentityType(type));
  const names = serviceNames();
  const newServices = Object.keys(names).filter(
    (service) => serviceWords.test(names[service]) && !identityServices.includes(service),
  );
  const newModules = Object.keys(assembly.submodules)
    .map((fqn) => fqn.slice("aws-cdk-lib.".length))
    .filter(
      (name) =>
        moduleWords.test(name) && !name.startsWith("interfaces") && !cdk.modules[`aws-cdk-lib.${name}`],
    );
  const newConstructs = Object.entries(cdk.modules).flatMap(([module, data]) =>
    Object.entries(data.types)
      .filter(([name, type]) => isConstruct(assembly, `${module}.${name}`) && !type.cfn && !type.abstract)
      .map(([name]) => `${module}.${name}`),
  );
  return [
    ...unclassified("type", newTypes, types, "add its namespace or type in types.mjs"),
    ...unclassified("service", newServices, services, "add it to identityServices in iam.mjs"),
    ...unclassified("module", newModules, modules, "add it in cdk-names.mjs"),
    ...unclassified("construct", newConstructs, constructs, "say what it makes in constructs.yaml"),
  ];
}
