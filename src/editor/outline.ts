import type { TextDocument } from "vscode";
import type { Explainer } from "../core/explainer.ts";
import type { OutlineRow } from "../core/types.ts";
import { textDoc } from "./document.ts";
import { speaksOf } from "./settings.ts";

/** The identity resources of a file, without those of services that are switched off; none in a file that isn't ours. */
export async function outlineOf(
  document: TextDocument,
  explainer: Explainer,
): Promise<readonly OutlineRow[]> {
  const rows = (await explainer.outline(textDoc(document))) ?? [];
  return rows.filter(({ service }) => speaksOf(service, document.uri));
}
