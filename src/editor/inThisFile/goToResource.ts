import { l10n, type TextDocument, window } from "vscode";
import type { Explainer } from "../../core/explainer.ts";
import { plain } from "../../core/text.ts";
import type { OutlineRow } from "../../core/types.ts";
import { oneLine } from "../../render/markdown.ts";
import { outlineOf } from "../outline.ts";
import { iconOf } from "./items.ts";

/** The keyboard's way: every identity resource of the file in a quick pick. */
export async function goToResource(
  explainer: Explainer,
  reveal: (row: OutlineRow, document: TextDocument) => Promise<void>,
): Promise<void> {
  const document = window.activeTextEditor?.document;
  const rows = document ? await outlineOf(document, explainer) : [];
  if (!document || rows.length === 0) {
    void window.showInformationMessage(l10n.t("This file declares no identity resource."));
    return;
  }
  const items = rows.map((row) => ({
    label: asText(row.id),
    description: row.kind,
    detail: asText(plain(row.summary)),
    iconPath: iconOf(row.service),
    row,
  }));
  const picked = await window.showQuickPick(items, {
    placeHolder: l10n.t("Go to an identity resource of this file"),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked) await reveal(picked.row, document);
}

/** Quick picks read `$(name)` as an icon, unless a backslash stands before it. */
const asText = (text: string): string => oneLine(text).replaceAll("$(", "\\$(");
