/** AWS Directory Service. */
import { say } from "../../text.ts";
import type { Resource, Rich } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { and } from "../phrase.ts";
import { shown, shownItems, worded } from "../read.ts";
import { property } from "../structure.ts";

export function readDirectory(directory: Resource, context: ReadContext): Rich[] {
  return [
    say`${kind(directory, context)}, for the domain ${domain(directory, context)}, ${network(directory, context)}.`,
    able(directory),
  ];
}

export const summariseDirectory = (directory: Resource, context: ReadContext): Rich =>
  say`${kind(directory, context)}, ${domain(directory, context)}`;

const isMicrosoft = (directory: Resource): boolean => directory.type.endsWith("MicrosoftAD");

function kind(directory: Resource, context: ReadContext): Rich {
  if (isMicrosoft(directory)) {
    const edition = worded(property(directory, "Edition"), {}, say`Enterprise`, context);
    return say`AWS Managed Microsoft AD, edition ${edition}`;
  }
  const size = shown(property(directory, "Size"), context);
  return say`Simple AD (Samba)${size ? say`, size ${size}` : []}`;
}

const domain = (directory: Resource, context: ReadContext): Rich =>
  shown(property(directory, "Name"), context) ?? say`that is still to be named`;

function network(directory: Resource, context: ReadContext): Rich {
  const subnets = shownItems(property(directory, "VpcSettings", "SubnetIds"), context);
  const vpc = shown(property(directory, "VpcSettings", "VpcId"), context);
  const where = subnets.length ? say`in ${and(subnets)}` : say`in subnets that are still to be written`;
  return vpc ? say`${where} of ${vpc}` : where;
}

function able(directory: Resource): Rich {
  return isMicrosoft(directory)
    ? say`It can trust other domains, ask for MFA through RADIUS and feed IAM Identity Center.`
    : say`It can't do trusts, MFA or LDAPS, nor feed IAM Identity Center.`;
}
