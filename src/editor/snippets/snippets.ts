import { commands, Disposable, languages, window } from "vscode";
import { targetLanguage } from "../../core/snippets/place.ts";
import type { SnippetLanguage } from "../../core/snippets/setups.ts";
import type { Dialect, TextDoc } from "../../core/types.ts";
import { DOCUMENTS } from "../languages.ts";
import { setupCompletions } from "./completion.ts";
import { copySetup, insertSetup } from "./insert.ts";
import type { Library } from "./library.ts";
import { type Row, setupTree } from "./tree.ts";

/** In which language a document can take a set-up, if at all. */
export type LanguageOf = (doc: TextDoc) => SnippetLanguage | undefined;

export interface SnippetDeps {
  readonly library: Library;
  detect(doc: TextDoc): Dialect | undefined;
}

/** The suggest list, the palette's command and the "Snippets" view. Reads nothing until it is used. */
export function registerSnippets({ library, detect }: SnippetDeps): Disposable {
  const languageOf: LanguageOf = (doc) => targetLanguage(doc, detect(doc));
  const tree = setupTree(library, languageOf);
  return Disposable.from(
    languages.registerCompletionItemProvider(DOCUMENTS, setupCompletions(library, languageOf), '"'),
    commands.registerCommand("identityLens.insertSnippet", (what?: unknown) =>
      insertSetup(library, languageOf, idOf(what)),
    ),
    commands.registerCommand("identityLens.copySnippet", (what?: unknown) => {
      const id = idOf(what);
      return id === undefined ? undefined : copySetup(library, languageOf, id);
    }),
    window.registerTreeDataProvider("identityLens.snippets", tree),
    tree,
  );
}

/** A command's argument: a set-up's id, or the tree's row. */
function idOf(what: unknown): string | undefined {
  if (typeof what === "string") return what;
  const row = what as Partial<Extract<Row, { setup: unknown }>> | undefined;
  return row?.setup?.id;
}
