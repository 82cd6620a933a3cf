/** Is the site at a labelled position the one that the label is about? By the kind of label. */
export function isRight(site, label, model) {
  const { about } = label.expect;
  switch (label.kind) {
    case "resourceType":
      return site.role === "resourceType" && site.text === about;
    case "propertyKey":
      return site.role === "key"
        ? propertyOf(site) === about
        : site.role === "policyKey" && site.text === about;
    case "refToIdentityResource":
      return site.role === "reference" && model.resources.get(site.target)?.type === about;
    case "enumValue":
      return site.role === "value" && site.text === about;
    case "iamAction":
      return site.role === "policyValue" && /^(Not)?Action$/.test(site.path[2]) && site.text === about;
    case "principal":
      return site.role === "policyValue" && /^(Not)?Principal$/.test(site.path[2]) && site.text === about;
    case "managedPolicyArn":
      return (site.role === "value" || site.role === "policyValue") && site.text.endsWith(about);
    case "principalType":
    case "conditionKey":
    case "conditionOperator":
      return site.role === "policyKey" && site.text === about;
    default:
      return false;
  }
}

const propertyOf = ({ owner, path }) =>
  [owner.type, ...path.filter((step) => typeof step === "string")].join(".");
