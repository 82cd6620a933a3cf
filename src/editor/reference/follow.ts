import { commands, Disposable, type TextEditor, window, workspace } from "vscode";
import type { Explainer } from "../../core/explainer.ts";
import type { Explanation } from "../../core/types.ts";
import { textDoc } from "../document.ts";
import type { Address, FollowMode, HeadView } from "./protocol.ts";

/** How long the cursor rests before the head follows it, in milliseconds. */
const REST = 120;

/**
 * Tells what stands under the cursor. `live`: nothing where there is nothing; `sticky`: the last term stays until
 * another comes; `off`: nothing ever. The mode is the setting `identityLens.followCursor`.
 */
export function followCursor(explainer: Explainer, show: (head: HeadView | undefined) => void): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function follow(editor: TextEditor): Promise<void> {
    const mode = followMode();
    if (mode === "off") return;
    const { document, selection } = editor;
    const explanation = await explainer.explainAt(textDoc(document), document.offsetAt(selection.active));
    if (explanation || mode === "live") show(explanation && headOf(explanation));
  }

  return Disposable.from(
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      clearTimeout(timer);
      timer = setTimeout(() => void follow(textEditor), REST);
    }),
    new Disposable(() => clearTimeout(timer)),
    registerModes(() => show(undefined)),
  );
}

const followMode = (): FollowMode => workspace.getConfiguration("identityLens").get("followCursor", "live");

/** A command for each mode; the view's title shows the one that comes next. */
function registerModes(turnedOff: () => void): Disposable {
  const publish = () => {
    commands.executeCommand("setContext", "identityLens.followCursor", followMode());
    if (followMode() === "off") turnedOff();
  };
  publish();
  const modes: readonly FollowMode[] = ["live", "sticky", "off"];
  return Disposable.from(
    workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration("identityLens.followCursor") && publish(),
    ),
    ...modes.map((mode) =>
      commands.registerCommand(`identityLens.followCursor.${mode}`, () =>
        workspace.getConfiguration("identityLens").update("followCursor", mode, true),
      ),
    ),
  );
}

/** The same words as the hover's. */
export function headOf(e: Explanation): HeadView {
  const { title, about, meaning, reading, facts, cautions } = e;
  return { title, about, meaning, reading, facts, cautions, address: addressOf(e) };
}

function addressOf({ kind, about, concepts }: Explanation): Address | undefined {
  const concept = concepts[0];
  if (concept)
    return { kind: "concept", id: concept.id, ...(concept.section ? { section: concept.section } : {}) };
  return kind === "resourceType" ? { kind: "type", name: about } : undefined;
}
