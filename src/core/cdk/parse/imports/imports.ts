import type { Parser } from "../state.ts";
import { csharpUsing } from "./csharp.ts";
import { goImport } from "./go.ts";
import { javaImport } from "./java.ts";
import { pythonImport } from "./python.ts";
import { scriptImport } from "./script.ts";

/** An import statement, if one stands here: declares what it brings in and notes the modules it names. */
export function parseImport(p: Parser): boolean {
  switch (p.tokens.profile.language) {
    case "typescript":
    case "javascript":
      return scriptImport(p);
    case "python":
      return pythonImport(p);
    case "java":
      return javaImport(p);
    case "csharp":
      return csharpUsing(p);
    case "go":
      return goImport(p);
  }
}
