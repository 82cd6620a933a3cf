import { peer } from "./peers.ts";

interface TextDocument {
  readonly uri: string;
  positionAt(offset: number): unknown;
}

/** As far as it is used here. */
interface LanguageService {
  configure(settings: Readonly<Record<string, unknown>>): void;
  doHover(document: TextDocument, position: unknown): Promise<{ readonly contents: unknown } | null>;
}

/** Functions of CloudFormation in their short form, as the YAML extension has to be told of them. */
const TAGS = ["!Ref scalar", "!GetAtt scalar", "!GetAtt sequence", "!Sub scalar", "!Sub sequence"];

export interface YamlServer {
  open(version: number, text: string): TextDocument;
  hover(document: TextDocument, offset: number): Promise<{ readonly contents: unknown } | null>;
}

/** What answers hovers in the YAML extension, in this process and with one schema; undefined where it isn't installed. */
export function startYamlServer(schema: unknown): YamlServer | undefined {
  const folder = "yaml-language-server/out/server/src/languageservice";
  const server = peer<{ getLanguageService(options: unknown): LanguageService }>(
    `${folder}/yamlLanguageService`,
  );
  const documents = peer<{ TextDocument: { create(...of: readonly unknown[]): TextDocument } }>(
    "vscode-languageserver-textdocument",
  );
  if (!server || !documents) return undefined;
  const service = server.getLanguageService({
    schemaRequestService: () => Promise.reject(new Error("no network here")),
    workspaceContext: { resolveRelativePath: (path: string) => path },
  });
  const schemas = [{ uri: "file:///schema.json", fileMatch: ["*"], schema }];
  service.configure({ ...{ hover: true, validate: false, completion: false }, schemas, customTags: TAGS });
  return {
    open: (version, text) => documents.TextDocument.create("file:///template.yaml", "yaml", version, text),
    hover: (document, offset) => service.doHover(document, document.positionAt(offset)),
  };
}
