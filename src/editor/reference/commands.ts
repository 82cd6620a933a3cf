import { commands, Disposable, l10n, window } from "vscode";
import type { Explainer } from "../../core/explainer.ts";
import type { Address } from "../../reference/types.ts";
import { explainCursor, headOf } from "./follow.ts";

/** With the keyboard, or leaving it in the editor. */
type Open = (address: Address, focus: boolean) => Promise<void>;

/** The commands that lead to the reference: from the palette, from hovers, from the view's title. */
export const registerReferenceCommands = (
  explainer: Explainer,
  open: Open,
  focusSearch: () => Promise<void>,
): Disposable =>
  Disposable.from(
    // from the palette the reader goes there; from a link of a hover the editor keeps the keyboard
    commands.registerCommand("identityLens.openReference", (id?: unknown, section?: unknown) =>
      open(addressOf(id, section), id === undefined),
    ),
    commands.registerCommand("identityLens.whichOne", () =>
      open({ kind: "concept", id: "start/which-one" }, true),
    ),
    commands.registerCommand("identityLens.searchReference", focusSearch),
    commands.registerCommand("identityLens.explainAtCursor", () => explainAtCursor(explainer, open)),
  );

/** The keyboard's way to a hover: the editor's own hover, and the page it leads to. */
async function explainAtCursor(explainer: Explainer, open: Open): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const explanation = await explainCursor(explainer, editor);
  if (!explanation) {
    window.setStatusBarMessage(l10n.t("Nothing about AWS identity stands at the cursor."), 4000);
    return;
  }
  const { address } = headOf(explanation);
  if (address) await open(address, false);
  await commands.executeCommand("editor.action.showHover");
}

/** Arguments of a command link: a page's id and perhaps a section, or a resource type. Anything else is the start page. */
function addressOf(id: unknown, section: unknown): Address {
  if (typeof id !== "string") return { kind: "start" };
  if (id.includes("::")) return { kind: "type", name: id };
  return typeof section === "string" ? { kind: "concept", id, section } : { kind: "concept", id };
}
