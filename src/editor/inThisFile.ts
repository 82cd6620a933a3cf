import {
  commands,
  Disposable,
  EventEmitter,
  env,
  MarkdownString,
  type TextDocument,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from "vscode";
import type { Explainer } from "../core/explainer.ts";
import { plain } from "../core/text.ts";
import type { OutlineRow, ServiceId } from "../core/types.ts";
import { HOVER_COMMANDS, renderHover } from "../render/hover.ts";
import { SERVICE_TITLES } from "../render/services.ts";
import { watchActiveFile } from "./activeFile.ts";
import { editorRange, textDoc } from "./document.ts";
import { speaksOf } from "./settings.ts";

const VIEW = "identityLens.inThisFile";

const ICONS: Readonly<Record<ServiceId, string>> = {
  start: "info",
  iam: "shield",
  sts: "key",
  cognito: "account",
  "identity-center": "organization",
  "directory-service": "server-environment",
  organizations: "type-hierarchy",
  "verified-permissions": "law",
  other: "symbol-misc",
};

interface Group {
  readonly service: ServiceId;
  readonly rows: readonly OutlineRow[];
}
type Node = Group | OutlineRow;

const isGroup = (node: Node): node is Group => "rows" in node;

/** The identity resources of the active file by service; a click goes there. */
export function registerInThisFile(explainer: Explainer): Disposable {
  const changed = new EventEmitter<void>();
  let document: TextDocument | undefined;
  let groups: readonly Group[] = [];

  async function update(active: TextDocument | undefined): Promise<void> {
    const rows = active && (await explainer.outline(textDoc(active)));
    document = active;
    groups = grouped((rows ?? []).filter(({ service }) => speaksOf(service)));
    await commands.executeCommand("setContext", "identityLens.fileIs", rows ? "template" : "other");
    changed.fire();
  }

  const tree = window.createTreeView<Node>(VIEW, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) =>
        node === undefined ? [...groups] : isGroup(node) ? [...node.rows] : [...node.children],
      getTreeItem: (node) => (isGroup(node) ? groupItem(node) : rowItem(node)),
      async resolveTreeItem(item, node) {
        if (!isGroup(node) && document) item.tooltip = await tooltip(node, document, explainer);
        return item;
      },
    },
    showCollapseAll: true,
  });

  return Disposable.from(
    tree,
    changed,
    watchActiveFile((active) => void update(active)),
    commands.registerCommand(
      "identityLens.revealResource",
      (row: OutlineRow) => document && reveal(document, row),
    ),
    commands.registerCommand("identityLens.copyLogicalId", (row: OutlineRow) =>
      env.clipboard.writeText(row.id),
    ),
    commands.registerCommand("identityLens.openPageOf", (row: OutlineRow) =>
      commands.executeCommand("identityLens.openReference", row.concept),
    ),
    commands.registerCommand("identityLens.goToResource", () => goToResource(explainer)),
  );
}

function grouped(rows: readonly OutlineRow[]): Group[] {
  const services = [...new Set(rows.map((row) => row.service))];
  return services.map((service) => ({ service, rows: rows.filter((row) => row.service === service) }));
}

function groupItem({ service, rows }: Group): TreeItem {
  const item = new TreeItem(SERVICE_TITLES[service], TreeItemCollapsibleState.Expanded);
  item.id = service;
  item.description = String(rows.length);
  item.iconPath = new ThemeIcon(ICONS[service]);
  return item;
}

function rowItem(row: OutlineRow): TreeItem {
  const folds = row.children.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
  const item = new TreeItem(row.id, folds);
  const summary = plain(row.summary);
  item.id = `${row.service}/${row.type}/${row.id}`;
  item.description = summary === "" ? row.kind : `${row.kind}: ${summary}`;
  item.contextValue = "resource";
  item.accessibilityInformation = { label: `${row.id}, ${item.description}` };
  item.command = { command: "identityLens.revealResource", title: "Go to", arguments: [row] };
  return item;
}

async function tooltip(
  row: OutlineRow,
  document: TextDocument,
  explainer: Explainer,
): Promise<MarkdownString> {
  const explanation = await explainer.explainAt(textDoc(document), row.range.start);
  const markdown = new MarkdownString(explanation ? renderHover(explanation) : "", true);
  markdown.isTrusted = { enabledCommands: HOVER_COMMANDS };
  return markdown;
}

async function reveal(document: TextDocument, row: OutlineRow): Promise<void> {
  await window.showTextDocument(document, { selection: editorRange(document, row.range) });
}

/** The keyboard's way: every identity resource of the file in a quick pick. */
async function goToResource(explainer: Explainer): Promise<void> {
  const document = window.activeTextEditor?.document;
  const rows = document && (await explainer.outline(textDoc(document)));
  if (!document || !rows || rows.length === 0) {
    window.showInformationMessage("This file declares no identity resource.");
    return;
  }
  const items = rows.map((row) => ({
    label: `$(${ICONS[row.service]}) ${row.id}`,
    description: row.kind,
    detail: plain(row.summary),
    row,
  }));
  const picked = await window.showQuickPick(items, {
    placeHolder: "Go to an identity resource of this file",
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked) await reveal(document, picked.row);
}
