import type { Names, Range, Term } from "../types.ts";

/**
 * The address of a token issuer that a page explains: `https://token.actions.githubusercontent.com`.
 * `sts.amazonaws.com` issues none: it is the audience that AWS's own tools ask for.
 */
export function issuerTerm(
  site: { readonly range: Range; readonly text: string },
  names: Names,
): Term | undefined {
  const host = /^(?:https:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)\/?$/.exec(site.text)?.[1];
  if (host === undefined || host === "sts.amazonaws.com" || !names.conceptOf(host)) return undefined;
  return { kind: "principal", range: site.range, principal: "Federated", text: host, place: undefined };
}
