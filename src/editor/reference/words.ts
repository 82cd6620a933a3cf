import { l10n } from "vscode";
import type { PageWords } from "./protocol.ts";

/** The page's own words, in the editor's display language. */
export const pageWords = (): PageWords => ({
  back: l10n.t("Back (Alt+Left)"),
  forward: l10n.t("Forward (Alt+Right)"),
  home: l10n.t("Start page"),
  search: l10n.t("Search the reference"),
  results: l10n.t("Results"),
  nothingFound: l10n.t("Nothing found. Try a service, an action or a property."),
  find: l10n.t("Find in page"),
  closeFind: l10n.t("Close find"),
  noMatch: l10n.t("none"),
  underCursor: l10n.t("Under the cursor"),
  pin: l10n.t("Pin"),
  pinHint: l10n.t("Keep this while the cursor moves on"),
  readMore: l10n.t("Read more"),
  fails: l10n.t("Fails to deploy"),
  weakens: l10n.t("Weakens security"),
  hint: l10n.t("Hint"),
  onThisPage: l10n.t("On this page"),
  related: l10n.t("Related"),
  sources: l10n.t("Sources"),
  inThisFile: l10n.t("In this file"),
  recent: l10n.t("Recently read"),
  copy: l10n.t("Copy"),
  insert: l10n.t("Insert"),
  missingTitle: l10n.t("Nothing here"),
  missing: l10n.t("This page is not part of the reference. Search for it above."),
});
