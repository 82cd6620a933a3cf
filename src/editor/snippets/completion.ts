import {
  type CancellationToken,
  CompletionItem,
  CompletionItemKind,
  type CompletionItemProvider,
  CompletionList,
  type Position,
  SnippetString,
  type TextDocument,
  TextEdit,
  window,
} from "vscode";
import { fill } from "../../core/snippets/fill.ts";
import { wordsOf } from "../../core/snippets/names.ts";
import { placeAt } from "../../core/snippets/place.ts";
import type { Place, SnippetLanguage } from "../../core/snippets/setups.ts";
import type { TextDoc } from "../../core/types.ts";
import { editorRange, textDoc } from "../document.ts";
import { unlessChanged } from "../unlessChanged.ts";
import { describe } from "./describe.ts";
import type { Form, Library } from "./library.ts";
import type { LanguageOf } from "./snippets.ts";

class SetupItem extends CompletionItem {
  readonly form: Form;
  readonly language: SnippetLanguage;
  constructor(form: Form, language: SnippetLanguage) {
    super({ label: form.setup.title, description: "AWS Identity" }, CompletionItemKind.Snippet);
    this.form = form;
    this.language = language;
  }
}

/** Another key came before the set-ups were read: where they would go is another place now. */
const ASK_AGAIN = new CompletionList<SetupItem>([], true);

/** Set-ups while typing: where a resource or a construct may begin, and nowhere else. */
export function setupCompletions(
  library: Library,
  languageOf: LanguageOf,
): CompletionItemProvider<SetupItem> {
  return {
    async provideCompletionItems(document: TextDocument, position: Position, token: CancellationToken) {
      const doc = textDoc(document);
      const language = languageOf(doc);
      const place = language && placeAt(doc, language, document.offsetAt(position), tabSize(document));
      if (!language || !place) return undefined;
      const forms = await unlessChanged(document, library.forms(language));
      if (token.isCancellationRequested) return undefined;
      if (!forms) return ASK_AGAIN;
      const asked = { document, position, doc, language, place, words: wordsOf(doc.text) };
      return forms.map((form, i) => item(form, i, asked));
    },
    resolveCompletionItem(item) {
      item.documentation = describe(item.form, item.language);
      return item;
    },
  };
}

/** Where set-ups are asked for. */
interface Asked {
  readonly document: TextDocument;
  readonly position: Position;
  readonly doc: TextDoc;
  readonly language: SnippetLanguage;
  readonly place: Place;
  /** Of the document. */
  readonly words: ReadonlySet<string>;
}

function item(form: Form, order: number, asked: Asked): SetupItem {
  const { document, position, doc, language, place, words } = asked;
  const made = new SetupItem(form, language);
  const { range, snippet, edits } = fill(form.setup, form.body, place, doc.text, language, words);
  const typed = doc.text.slice(range.start, document.offsetAt(position));
  made.detail = form.setup.group;
  made.insertText = new SnippetString(snippet);
  made.keepWhitespace = true;
  made.range = editorRange(document, range);
  made.filterText = `${/^\s*"?/.exec(typed)?.[0] ?? ""}${form.setup.title}`;
  // In code there is much else to suggest, which comes first unless the title is typed.
  made.sortText = `${language === "yaml" || language === "json" ? "" : "~"}${String(order).padStart(3, "0")}`;
  made.additionalTextEdits = edits.map((edit) => new TextEdit(editorRange(document, edit.range), edit.text));
  return made;
}

/** A level's width where the text shows none: what the editor would indent with. */
export function tabSize(document: TextDocument): number {
  const editor = window.visibleTextEditors.find((visible) => visible.document === document);
  const size = Number(editor?.options.tabSize);
  return size >= 1 && size <= 8 ? size : 2;
}
