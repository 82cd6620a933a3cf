import { Uri, workspace } from "vscode";

/** Our own files, read as the extension host at hand can. */
export interface Bundle {
  /** A script of `dist/` by its name: what it exports. */
  code(name: string): Promise<unknown>;
  /** A JSON file of `dist/` by its path without the ending, parsed. */
  json(path: string): Promise<unknown>;
  /** A file by its path from the extension's folder; undefined when it can't be read. */
  text(path: string): Promise<string | undefined>;
}

/**
 * Node's extension host gives a `require` that finds what stands beside this script, without asking a window that is
 * still busy opening. The browser's gives one that knows `vscode` alone: there files are read through the editor, and a
 * script is run as the host itself runs an extension's first one.
 */
export function createBundle(root: Uri): Bundle {
  const read = async (path: string): Promise<string> =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(root, path)));
  const beside = async (file: string, parse: (text: string) => unknown): Promise<unknown> => {
    try {
      return nodeRequire(`./${file}`);
    } catch {
      return parse(await read(`dist/${file}`));
    }
  };
  return {
    code: (name) => beside(`${name}.js`, run),
    json: (path) => beside(`${path}.json`, JSON.parse),
    text: (path) => read(path).catch(() => undefined),
  };
}

/** By a name of its own, so that the build doesn't look for what is asked for at run time. */
const nodeRequire = require;

function run(script: string): unknown {
  const module = { exports: {} };
  new Function("module", "exports", "require", script)(module, module.exports, require);
  return module.exports;
}
