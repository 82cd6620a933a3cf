import {
  commands,
  Disposable,
  EventEmitter,
  env,
  MarkdownString,
  type TextDocument,
  type TreeDataProvider,
  window,
} from "vscode";
import { detect } from "../../core/detect.ts";
import type { Explainer } from "../../core/explainer.ts";
import type { OutlineRow } from "../../core/types.ts";
import { richMarkdown } from "../../render/markdown.ts";
import { watchActiveFile } from "../activeFile.ts";
import { editorRange, textDoc } from "../document.ts";
import { hoverMarkdown } from "../hover.ts";
import { outlineOf } from "../outline.ts";
import { goToResource } from "./goToResource.ts";
import { itemOf } from "./items.ts";
import { type Line, linesOf, looksAs } from "./rows.ts";

const VIEW = "identityLens.inThisFile";

/** The identity resources of the active file by service, roles and policies with their statements; a click goes there. */
export function registerInThisFile(explainer: Explainer): Disposable {
  const changed = new EventEmitter<undefined>();
  let document: TextDocument | undefined;
  let rows: readonly OutlineRow[] = [];
  let lines = linesOf(rows);
  /** Of several updates under way only the last counts. */
  let turn = 0;
  /** The editor keeps the tooltip of a line for as long as the tree isn't said to have changed. */
  let hasTold = false;

  async function update(active: TextDocument | undefined): Promise<void> {
    const own = ++turn;
    const isOurs = active !== undefined && detect(textDoc(active)) !== undefined;
    void commands.executeCommand("setContext", "identityLens.fileIs", isOurs ? "template" : "other");
    const found = active && isOurs && tree.visible ? await outlineOf(active, explainer) : [];
    if (own !== turn) return;
    const isNews = hasTold || active !== document || !looksAs(rows, found);
    document = active;
    rows = found;
    lines = linesOf(rows);
    hasTold &&= !isNews;
    if (isNews) changed.fire(undefined);
  }

  const provider: TreeDataProvider<string> = {
    onDidChangeTreeData: changed.event,
    getChildren: (key) => [...lines.below(key)],
    getTreeItem: (key) => itemOf(key, lines.get(key) ?? NOTHING, lines.below(key).length > 0),
    async resolveTreeItem(item, key) {
      const line = lines.get(key);
      if (!line || line.kind === "service" || !document || document.isClosed) return item;
      item.tooltip = await tooltip(line, document, explainer);
      hasTold = true;
      return item;
    },
  };
  const tree = window.createTreeView(VIEW, { treeDataProvider: provider, showCollapseAll: true });

  /** What a command is about: the tree gives it a key. */
  const onRow = (then: (row: OutlineRow, document: TextDocument) => unknown) => (key: unknown) => {
    const line = typeof key === "string" ? lines.get(key) : undefined;
    return line && line.kind !== "service" && document ? then(line.row, document) : undefined;
  };

  return Disposable.from(
    tree,
    changed,
    watchActiveFile(update),
    tree.onDidChangeVisibility(({ visible }) => visible && update(window.activeTextEditor?.document)),
    commands.registerCommand("identityLens.revealResource", onRow(reveal)),
    commands.registerCommand(
      "identityLens.copyLogicalId",
      onRow(({ id }) => env.clipboard.writeText(id)),
    ),
    commands.registerCommand(
      "identityLens.openPageOf",
      onRow(({ concept }) => commands.executeCommand("identityLens.openReference", concept)),
    ),
    commands.registerCommand("identityLens.goToResource", () => goToResource(explainer, reveal)),
  );
}

/** A line that went away while the tree asked for it. */
const NOTHING: Line = { kind: "service", service: "other", count: 0 };

/** The Explanation of a resource, as a hover on its name says it; of a statement its words. */
async function tooltip(
  { kind, row }: Extract<Line, { row: OutlineRow }>,
  document: TextDocument,
  explainer: Explainer,
): Promise<MarkdownString> {
  if (kind === "statement") return new MarkdownString(richMarkdown(row.summary));
  const explanation = await explainer.explainAt(textDoc(document), row.range.start);
  return explanation ? hoverMarkdown(explanation, document.uri) : new MarkdownString();
}

async function reveal(row: OutlineRow, document: TextDocument): Promise<void> {
  await window.showTextDocument(document, { selection: editorRange(document, row.range) });
}
