import { type ExtensionContext, Uri, workspace } from "vscode";
import type { Setup, SetupIndex, SnippetLanguage } from "../../core/snippets/setups.ts";

/** A set-up that has a form in a language. */
export interface Form {
  readonly setup: Setup;
  readonly body: readonly string[];
}

/** The set-ups and their forms, read from `snippets/` on first use. */
export interface Library {
  index(): Promise<SetupIndex>;
  /** Those that exist in a language, in the index's order. */
  forms(language: SnippetLanguage): Promise<readonly Form[]>;
}

type Contributed = Readonly<Record<string, { readonly body: readonly string[] }>>;

export function createLibrary(context: ExtensionContext): Library {
  const files = new Map<string, Promise<unknown>>();
  const read = <T>(name: string): Promise<T> => {
    const file = files.get(name) ?? readJson(Uri.joinPath(context.extensionUri, "snippets", `${name}.json`));
    files.set(name, file);
    file.catch(() => files.delete(name));
    return file as Promise<T>;
  };
  return {
    index: () => read<SetupIndex>("index"),
    forms: async (language) => {
      const file = language === "javascript" ? "typescript" : language;
      const [index, bodies] = await Promise.all([read<SetupIndex>("index"), read<Contributed>(file)]);
      return index.setups.flatMap((setup) => {
        const body = bodies[setup.title]?.body;
        return body ? [{ setup, body }] : [];
      });
    },
  };
}

const readJson = async (uri: Uri): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(uri)));
