import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import { plain } from "../../core/text.ts";
import type { OutlineRow, ServiceId } from "../../core/types.ts";
import { oneLine } from "../../render/markdown.ts";
import { SERVICE_TITLES } from "../../render/services.ts";
import type { Line } from "./rows.ts";

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

export const iconOf = (service: ServiceId): ThemeIcon => new ThemeIcon(ICONS[service]);

/** "Role: assumed by AWS Lambda", or of a statement what it says. */
export function describe({ kind, summary }: OutlineRow): string {
  const words = oneLine(plain(summary));
  return words === "" ? kind : `${kind}: ${words}`;
}

export function itemOf(key: string, line: Line, hasMore: boolean): TreeItem {
  const item = line.kind === "service" ? serviceItem(line) : rowItem(key, line, hasMore);
  item.id = key;
  return item;
}

function serviceItem({ service, count }: Extract<Line, { kind: "service" }>): TreeItem {
  const item = new TreeItem(SERVICE_TITLES[service], TreeItemCollapsibleState.Expanded);
  item.description = String(count);
  item.iconPath = iconOf(service);
  return item;
}

function rowItem(key: string, { kind, row }: Extract<Line, { row: OutlineRow }>, hasMore: boolean): TreeItem {
  const label = oneLine(row.id);
  const item = new TreeItem(
    label,
    hasMore ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  item.description = kind === "statement" ? oneLine(plain(row.summary)) : describe(row);
  item.contextValue = row.concept === undefined ? `${kind}WithoutPage` : kind;
  item.accessibilityInformation = { label: `${label}, ${item.description}` };
  item.command = { command: "identityLens.revealResource", title: l10n.t("Go to"), arguments: [key] };
  return item;
}
