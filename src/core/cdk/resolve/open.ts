import type { CdkLanguage } from "../../types.ts";
import type { NameIndex } from "../names.ts";
import type { Syntax } from "../syntax.ts";
import type { Meaning } from "./meaning.ts";

/** C#'s `using Amazon.CDK;` may stand in another file of the project, as a global one: it is meant with any below it. */
function opened({ open }: Syntax, language: CdkLanguage): readonly string[] {
  const isBelow = (path: string): boolean => path.startsWith("Amazon.CDK.");
  return language === "csharp" && open.some(isBelow) ? [...open, "Amazon.CDK"] : open;
}

/** Modules and classes whose members stand for themselves: `import a.b.*`, `using X`, `from x import *`. */
export function openNames(syntax: Syntax, names: NameIndex, language: CdkLanguage): readonly Meaning[] {
  return opened(syntax, language).flatMap((path): Meaning[] => {
    const module = names.module(path, language);
    if (module !== undefined) return [{ kind: "module", module, path }];
    const dot = path.lastIndexOf(".");
    const outer = names.module(path.slice(0, dot), language);
    const fqn = `${outer}.${path.slice(dot + 1)}`;
    return outer !== undefined && names.type(fqn) ? [{ kind: "class", fqn }] : [];
  });
}
