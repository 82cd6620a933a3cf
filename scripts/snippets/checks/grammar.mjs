import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { here } from "../sources.mjs";

const WASM = {
  python: "tree-sitter-python/tree-sitter-python.wasm",
  java: "tree-sitter-java/tree-sitter-java.wasm",
  csharp: "tree-sitter-c-sharp/tree-sitter-c_sharp.wasm",
  go: "tree-sitter-go/tree-sitter-go.wasm",
};

/** A whole file around a form. */
const AROUND = {
  python: (text) => `class SnippetStack:\n    def __init__(self):\n${text.replace(/^(?=.)/gm, "        ")}\n`,
  java: (text) => `class SnippetStack {\n    SnippetStack() {\n${text}\n    }\n}\n`,
  csharp: (text) => `class SnippetStack {\n    SnippetStack() {\n${text}\n    }\n}\n`,
  go: (text) => `package main\n\nfunc snippet() {\n${text}\n}\n`,
};

/** Does each text parse without an error node? */
export async function checkGrammar(language, texts) {
  const { Language, Parser } = await import("web-tree-sitter");
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(join(here, "node_modules", WASM[language])));
  return [...texts].map(([setup, text]) => {
    const { rootNode } = parser.parse(AROUND[language](text));
    return [setup.id, rootNode.hasError ? [`doesn't parse: ${firstError(rootNode).text.slice(0, 80)}`] : []];
  });
}

function firstError(node) {
  if (node.isError || node.isMissing) return node;
  const child = node.children.find((one) => one.hasError || one.isMissing);
  return child ? firstError(child) : node;
}

/** Python's own word, where there is a python3. */
export function checkPython(texts, skip) {
  try {
    execFileSync("python3", ["--version"], { stdio: "ignore" });
  } catch {
    skip("python3", "there is none on this machine");
    return [];
  }
  return [...texts].map(([setup, text]) => {
    try {
      execFileSync("python3", ["-c", "import ast, sys; ast.parse(sys.stdin.read())"], {
        input: AROUND.python(text),
        stdio: ["pipe", "ignore", "pipe"],
      });
      return [setup.id, []];
    } catch (error) {
      return [setup.id, [String(error.stderr).trim().split("\n").at(-1)]];
    }
  });
}
