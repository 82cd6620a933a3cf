import type { Names, Range, Site, Term } from "../types.ts";
import { cdkTerm } from "./cdk.ts";
import { policyKeyTerm, policyValueTerm } from "./policy.ts";
import { propertyTerm, valueTerm } from "./property.ts";
import { samTerm } from "./sam.ts";
import { wordTerm } from "./word.ts";

/** What recognising needs beside the site: the names we know, and the type of a logical id of this file. */
export interface RecogniseContext {
  readonly names: Names;
  /** The resource type that a logical id declares in this file; undefined when it is no resource. */
  typeOf(id: string): string | undefined;
}

/** What a site names in AWS at an offset inside it, or nothing where it means nothing to identity. */
export function recognise(site: Site, offset: number, context: RecogniseContext): Term | undefined {
  const { names } = context;
  switch (site.role) {
    case "resourceType":
      if (!names.isType(site.text)) return undefined;
      return { kind: "resourceType", range: site.range, type: site.text, resource: site.owner.id };
    case "logicalId":
      if (!names.isType(site.owner.type)) return undefined;
      return { kind: "logicalId", range: site.range, id: site.owner.id, type: site.owner.type };
    case "key":
      return samTerm(site) ?? propertyTerm(site, names);
    case "value":
      return valueTerm(site, names);
    case "attributeKey":
      if (!names.isType(site.owner.type)) return samTerm(site);
      return { kind: "resourceAttribute", range: site.range, name: site.text, owner: site.owner };
    case "reference":
    case "intrinsic": {
      const form = site.role === "reference" ? site.form : site.name === "Ref" ? "Ref" : "GetAtt";
      return (
        referenceTerm(site, site.target, form, context) ??
        (site.within && recognise(site.within, offset, context))
      );
    }
    case "policyKey":
      return policyKeyTerm(site);
    case "policyValue":
      return policyValueTerm(site, offset);
    case "samPolicyTemplate":
      return { kind: "samPolicyTemplate", range: site.range, name: site.text, owner: site.owner };
    case "prose":
      return wordTerm(site, offset, names);
    default:
      return cdkTerm(site, offset, names);
  }
}

/** Identity targets only: a reference to a bucket is none of our business. */
function referenceTerm(
  { range, attribute }: { readonly range: Range; readonly attribute?: string | undefined },
  target: string | undefined,
  form: string,
  { names, typeOf }: RecogniseContext,
): Term | undefined {
  const type = target === undefined ? undefined : typeOf(target);
  if (target === undefined || type === undefined || !names.isType(type)) return undefined;
  return { kind: "reference", range, target, type, attribute, form };
}
