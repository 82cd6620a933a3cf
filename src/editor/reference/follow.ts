import { ConfigurationTarget, commands, Disposable, type TextEditor, window, workspace } from "vscode";
import type { Explainer } from "../../core/explainer.ts";
import type { Explanation } from "../../core/types.ts";
import type { Address } from "../../reference/types.ts";
import { textDoc } from "../document.ts";
import { serviceOf, speaksOf } from "../settings.ts";
import type { FollowMode, HeadView } from "./protocol.ts";

/** How long the cursor rests before the head follows it, in milliseconds. */
const REST = 120;
/** How much longer the head stays where the cursor is on nothing: on its way to the next term it would flicker. */
const LINGER = 500;

export interface Follower extends Disposable {
  /** Tells again what it told last, and what stands under the cursor now: for a page that just appeared. */
  again(): void;
}

/**
 * Tells what stands under the cursor. `live`: nothing where there is nothing; `sticky`: the last term stays until
 * another comes; `off`: nothing ever. The mode is the setting `identityLens.followCursor`. Nothing is computed
 * while nobody looks.
 */
export function followCursor(
  explainer: Explainer,
  isWatched: () => boolean,
  tell: (head: HeadView | undefined) => void,
): Follower {
  let told: HeadView | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Of several answers under way only the last counts. */
  let asked = 0;

  const show = (head: HeadView | undefined) => {
    told = head;
    tell(head);
  };

  const later = (then: () => unknown, milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(then, milliseconds);
  };

  async function follow(): Promise<void> {
    const mode = followMode();
    if (mode === "off" || !isWatched()) return;
    const turn = ++asked;
    const head = await headAtCursor(explainer);
    if (turn !== asked) return;
    if (head) show(head);
    else if (mode === "live") later(() => show(undefined), LINGER);
  }

  const listeners = Disposable.from(
    window.onDidChangeTextEditorSelection(() => later(follow, REST)),
    window.onDidChangeActiveTextEditor(() => later(follow, REST)),
    registerModes((mode) => {
      asked++; // what was asked in the other mode doesn't come after this
      clearTimeout(timer);
      if (mode === "off") show(undefined);
      else void follow();
    }),
  );
  return {
    again() {
      tell(told);
      void follow();
    },
    dispose() {
      clearTimeout(timer);
      listeners.dispose();
    },
  };
}

async function headAtCursor(explainer: Explainer): Promise<HeadView | undefined> {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const explanation = await explainCursor(explainer, editor);
  const service = serviceOf(explanation?.concepts[0]?.id);
  return explanation && speaksOf(service, editor.document.uri) ? headOf(explanation) : undefined;
}

/**
 * What stands at the cursor, or else what its line begins with: who goes through a file line by line is in the
 * indentation or at the end of the line.
 */
export async function explainCursor(
  explainer: Explainer,
  { document, selection: { active } }: TextEditor,
): Promise<Explanation | undefined> {
  const doc = textDoc(document);
  const offset = document.offsetAt(active);
  const first = document.lineAt(active).text.search(/\w/);
  const there = await explainer.explainAt(doc, offset);
  return there || first < 0 ? there : explainer.explainAt(doc, offset - active.character + first);
}

const MODES: readonly FollowMode[] = ["live", "sticky", "off"];

/** What a settings file has may be none of them. */
function followMode(): FollowMode {
  const set = workspace.getConfiguration("identityLens").get<unknown>("followCursor");
  return MODES.find((mode) => mode === set) ?? "live";
}

/** A command for each mode; the view's title shows the one that comes next. */
function registerModes(changed: (mode: FollowMode) => void): Disposable {
  const publish = () => commands.executeCommand("setContext", "identityLens.followCursor", followMode());
  publish();
  return Disposable.from(
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration("identityLens.followCursor")) return;
      publish();
      changed(followMode());
    }),
    ...MODES.map((mode) =>
      commands.registerCommand(`identityLens.followCursor.${mode}`, () => setMode(mode)),
    ),
  );
}

/** Where the setting is: of a workspace that has its own, the user's has no effect. */
function setMode(mode: FollowMode): Thenable<void> {
  const settings = workspace.getConfiguration("identityLens");
  const isWorkspaces = settings.inspect("followCursor")?.workspaceValue !== undefined;
  const target = isWorkspaces ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  return settings.update("followCursor", mode, target);
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
