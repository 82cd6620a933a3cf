import { commands, Disposable, l10n, window } from "vscode";
import type { Explainer } from "../../core/explainer.ts";
import type { Address } from "../../reference/types.ts";
import { textDoc } from "../document.ts";
import { headOf } from "./follow.ts";

type Open = (address: Address) => Promise<void>;

/** The commands that lead to the reference: from the palette, from hovers, from the view's title. */
export const registerReferenceCommands = (
  explainer: Explainer,
  open: Open,
  focusSearch: () => Promise<void>,
): Disposable =>
  Disposable.from(
    commands.registerCommand("identityLens.openReference", (id?: unknown, section?: unknown) =>
      open(addressOf(id, section)),
    ),
    commands.registerCommand("identityLens.whichOne", () => open({ kind: "concept", id: "start/which-one" })),
    commands.registerCommand("identityLens.searchReference", focusSearch),
    commands.registerCommand("identityLens.explainAtCursor", () => explainAtCursor(explainer, open)),
  );

/** The keyboard's way to a hover: the editor's own hover, and the page it leads to. */
async function explainAtCursor(explainer: Explainer, open: Open): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  const explanation = await explainer.explainAt(textDoc(document), document.offsetAt(selection.active));
  if (!explanation) {
    window.setStatusBarMessage(l10n.t("Nothing about AWS identity stands at the cursor."), 4000);
    return;
  }
  const { address } = headOf(explanation);
  if (address) await open(address);
  await commands.executeCommand("editor.action.showHover");
}

/** Arguments of a command link: a page's id and perhaps a section, or a resource type. Anything else is the start page. */
function addressOf(id: unknown, section: unknown): Address {
  if (typeof id !== "string") return { kind: "start" };
  if (id.includes("::")) return { kind: "type", name: id };
  return typeof section === "string" ? { kind: "concept", id, section } : { kind: "concept", id };
}
