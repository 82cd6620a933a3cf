import type { CdkLanguage } from "../../types.ts";
import type { Binding, NameNode, Scope } from "../syntax.ts";

/** The binding that counts at `at`: the last before it, else the first after (functions may stand before). */
export function lookUp({ name, scope, range, isType }: NameNode, language: CdkLanguage): Binding | undefined {
  const bareFields = hasTypeNames(language);
  const typesOnly = bareFields && isType;
  for (let here: Scope | undefined = scope; here; here = here.parent) {
    const all = here.names.get(name);
    const found = typesOnly && isInClass(here) ? all?.filter(({ local }) => local) : all;
    if (found?.length) return declared(lastBefore(found, range.start), found);
    const fields = bareFields && !typesOnly ? here.type?.fields.get(name) : undefined;
    if (fields) return givenOf(fields);
  }
  return undefined;
}

/** Java and C# tell names of types from names of variables by where they stand. */
export const hasTypeNames = (language: CdkLanguage): boolean => language === "java" || language === "csharp";

function isInClass(scope: Scope): boolean {
  for (let here: Scope | undefined = scope; here; here = here.parent)
    if (here.kind === "class" || here.kind === "function") return true;
  return false;
}

/** What a field is given, else what it is declared to be. */
export const givenOf = (fields: readonly Binding[]): Binding | undefined =>
  declared(fields.find((field) => field.value) ?? fields[0], fields);

/** An assignment has no type of its own: the name keeps the one that it was declared with. */
function declared(binding: Binding | undefined, all: readonly Binding[]): Binding | undefined {
  if (!binding || binding.type || all.length === 1) return binding;
  const type = all.find((other) => other.type)?.type;
  return type ? { ...binding, type } : binding;
}

function lastBefore(bindings: readonly Binding[], at: number): Binding | undefined {
  let low = 0;
  let high = bindings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bindings[middle]?.range.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return bindings[Math.max(0, low - 1)];
}
