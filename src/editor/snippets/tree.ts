import {
  EventEmitter,
  l10n,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from "vscode";
import type { Setup } from "../../core/snippets/setups.ts";
import { describe, describeUnavailable } from "./describe.ts";
import { formFor } from "./insert.ts";
import type { Library } from "./library.ts";
import type { LanguageOf } from "./snippets.ts";

/** A row: a job, or a set-up that does it. */
export type Row = { readonly group: string } | { readonly setup: Setup };

/** The "Snippets" view: set-ups by job; what AWS can't make says why and has the nearest below it. */
export function setupTree(
  library: Library,
  languageOf: LanguageOf,
): TreeDataProvider<Row> & { dispose(): void } {
  const changed = new EventEmitter<undefined>();
  const listener = window.onDidChangeActiveTextEditor(() => changed.fire(undefined));
  return {
    onDidChangeTreeData: changed.event,
    getTreeItem: (row) => ("group" in row ? groupItem(row.group) : setupItem(row.setup)),
    async getChildren(row) {
      const { groups, setups } = await library.index();
      if (!row) return groups.map((group) => ({ group }));
      if ("group" in row)
        return setups.filter((setup) => setup.group === row.group).map((setup) => ({ setup }));
      return setups.filter((setup) => row.setup.instead?.includes(setup.id)).map((setup) => ({ setup }));
    },
    async resolveTreeItem(item, row) {
      if ("group" in row) return item;
      const form = await formFor(library, languageOf, row.setup.id);
      item.tooltip = form ? describe(form, form.language) : describeUnavailable(row.setup);
      return item;
    },
    dispose() {
      listener.dispose();
      changed.dispose();
    },
  };
}

const groupItem = (group: string): TreeItem => new TreeItem(group, TreeItemCollapsibleState.Collapsed);

function setupItem(setup: Setup): TreeItem {
  const none = TreeItemCollapsibleState.None;
  const item = new TreeItem(setup.title, setup.instead?.length ? TreeItemCollapsibleState.Collapsed : none);
  if (setup.unavailable === undefined) {
    item.iconPath = new ThemeIcon("symbol-snippet");
    item.contextValue = "setup";
    return item;
  }
  item.iconPath = new ThemeIcon("circle-slash");
  item.description = l10n.t("not possible; the nearest below");
  item.contextValue = "unavailable";
  item.accessibilityInformation = {
    label: l10n.t("{0}, not possible: {1}", setup.title, setup.unavailable),
  };
  return item;
}
