import type { CdkLanguage } from "../types.ts";
import { givenOf, hasTypeNames, lookUp } from "./bindings.ts";
import { indexSteps, type Steps } from "./builders.ts";
import { foreignMember, isForeign } from "./foreign.ts";
import type { Member, NameIndex } from "./names.ts";
import { isWrapper, wrappedIn } from "./pieces.ts";
import type {
  Binding,
  CallNode,
  FunctionNode,
  LocalType,
  MapNode,
  MemberNode,
  NameNode,
  Node,
  Root,
  Scope,
  Syntax,
} from "./syntax.ts";

/** What an expression means, where it means something of the CDK or leads there. */
export type Meaning =
  /** `path` is the name as the language writes it, for going on to a nested package. */
  | { readonly kind: "module"; readonly module: string; readonly path: string }
  | { readonly kind: "package"; readonly path: string }
  /** A class, struct, interface or enum itself. */
  | { readonly kind: "class"; readonly fqn: string }
  /** Go's `NewRole`. */
  | { readonly kind: "constructor"; readonly fqn: string }
  /** Something that has the type, written as in the names' data. */
  | { readonly kind: "value"; readonly type: string; readonly member?: Member }
  | { readonly kind: "method"; readonly member: Member }
  /** Java's `Role.Builder`, and what its methods give; `made` is what `build()` gives. */
  | { readonly kind: "builderClass"; readonly made: string }
  | { readonly kind: "builder"; readonly made: string; readonly props: string | undefined }
  | {
      readonly kind: "builderMethod";
      readonly made: string;
      readonly props: string | undefined;
      readonly prop: Member | undefined;
      readonly name: string;
    }
  | { readonly kind: "localClass"; readonly type: LocalType }
  | { readonly kind: "localValue"; readonly type: LocalType }
  /** A function of the file itself. */
  | { readonly kind: "function"; readonly node: FunctionNode }
  /** `super`: the class of the CDK that a class of the file extends. */
  | { readonly kind: "base"; readonly fqn: string }
  | { readonly kind: "fields"; readonly type: MapNode }
  /** An object literal, for its members. */
  | { readonly kind: "object"; readonly node: MapNode }
  | { readonly kind: "require" };

export interface Resolver {
  readonly names: NameIndex;
  readonly language: CdkLanguage;
  meaning(node: Node): Meaning | undefined;
  /** What a member is taken from: where a property is named like its type, whichever of both is meant. */
  objectOf(node: MemberNode): Node;
  /** What a name or field is bound to at a place in the text. */
  binding(node: Node): Binding | undefined;
  /** The expression that a name or field surely holds. */
  value(node: Node): Node | undefined;
  /** What a loop's variable stands for, one after the other, where the list is written out; else the node itself. */
  each(node: Node): readonly Node[];
  readonly steps: Steps;
}

export function createResolver(syntax: Syntax, names: NameIndex, language: CdkLanguage): Resolver {
  const known = new Map<Node, Meaning | undefined>();
  const context: Context = {
    syntax,
    names,
    language,
    meaning,
    open: openNames(syntax, names, language),
    targets: targetTyped(syntax),
    depth: 0,
  };
  function meaning(node: Node): Meaning | undefined {
    if (known.has(node)) return known.get(node);
    if (context.depth > DEEPEST) return undefined;
    known.set(node, undefined);
    context.depth++;
    const result = compute(context, node);
    context.depth--;
    known.set(node, result);
    return result;
  }
  const value = (node: Node): Node | undefined => surely(context, node);
  let steps: Steps | undefined;
  return {
    names,
    language,
    meaning,
    objectOf: (node) => objectOf(context, node),
    binding: (node) => bindingOf(context, node),
    value,
    each: (node) => eachOf(context, node),
    steps(maker) {
      steps ??= indexSteps(syntax, { meaning, value });
      return steps(maker);
    },
  };
}

/** Longer chains of variables and calls than anyone writes are not followed. */
const DEEPEST = 1000;

interface Context {
  readonly syntax: Syntax;
  readonly names: NameIndex;
  readonly language: CdkLanguage;
  readonly open: readonly Meaning[];
  /** Where the value of C#'s `new(...)` goes, by what stands in the place of its class. */
  readonly targets: ReadonlyMap<Node, Root>;
  meaning(node: Node): Meaning | undefined;
  depth: number;
}

/** C#'s `using Amazon.CDK;` may stand in another file of the project, as a global one: it is meant with any below it. */
function opened({ open }: Syntax, language: CdkLanguage): readonly string[] {
  const isBelow = (path: string): boolean => path.startsWith("Amazon.CDK.");
  return language === "csharp" && open.some(isBelow) ? [...open, "Amazon.CDK"] : open;
}

/** Modules and classes whose members stand for themselves: `import a.b.*`, `using X`, `from x import *`. */
function openNames(syntax: Syntax, names: NameIndex, language: CdkLanguage): readonly Meaning[] {
  return opened(syntax, language).flatMap((path): Meaning[] => {
    const module = names.module(path, language);
    if (module !== undefined) return [{ kind: "module", module, path }];
    const dot = path.lastIndexOf(".");
    const outer = names.module(path.slice(0, dot), language);
    const fqn = `${outer}.${path.slice(dot + 1)}`;
    return outer !== undefined && names.type(fqn) ? [{ kind: "class", fqn }] : [];
  });
}

function targetTyped({ roots }: Syntax): ReadonlyMap<Node, Root> {
  const targets = new Map<Node, Root>();
  for (const root of roots)
    if (root.node.kind === "call" && isTargetTyped(root.node)) targets.set(root.node.callee, root);
  return targets;
}

/** C#'s `new(...)`, whose class is that of what it is put into. */
export const isTargetTyped = ({ callee }: CallNode): boolean => callee.kind === "name" && callee.name === "";

/** The class that `Role role = new(...)` or `_role = new(...)` makes. */
function targetMeaning(c: Context, { type, target }: Root): Meaning | undefined {
  const made = type ? declaredMeaning(c, type) : target && c.meaning(target);
  return made?.kind === "value" && c.names.type(made.type) ? { kind: "class", fqn: made.type } : undefined;
}

function compute(c: Context, node: Node): Meaning | undefined {
  switch (node.kind) {
    case "name":
      return nameMeaning(c, node);
    case "member":
      return memberOf(c, objectOf(c, node), node) ?? foreignBuilder(c, node);
    case "call":
      return callMeaning(c, node);
    case "operation":
      return (
        (node.type && declaredMeaning(c, node.type)) ??
        operationMeaning(c, node.operator, node.branches ?? node.operands)
      );
    case "string":
      return { kind: "value", type: "string" };
    case "function":
      return { kind: "function", node };
    case "map":
      return { kind: "object", node };
    default:
      return undefined;
  }
}

function operationMeaning(c: Context, operator: string, operands: readonly Node[]): Meaning | undefined {
  const [first, index] = operands;
  if (operator !== "index") return firstMeaning(c, operands);
  const list = first && c.meaning(first);
  if (list?.kind === "value") return elementOf(list.type);
  const held = first && (first.kind === "list" ? first : (surely(c, first) ?? first));
  if (held?.kind === "list") return commonMeaning(c, held.items);
  if (held?.kind !== "map") return undefined;
  const key = index?.kind === "string" && index.parts[0]?.kind === "text" ? index.parts[0].text : undefined;
  const entry = key === undefined ? undefined : entryOf(held, key);
  return entry
    ? c.meaning(entry)
    : commonMeaning(
        c,
        held.entries.flatMap(({ value }) => value ?? []),
      );
}

/** Of items that are all of one type. */
function commonMeaning(c: Context, nodes: readonly Node[]): Meaning | undefined {
  const [first, ...rest] = nodes.map((node) => c.meaning(node));
  if (first?.kind !== "value") return undefined;
  return rest.every((one) => one?.kind === "value" && one.type === first.type) ? first : undefined;
}

const firstMeaning = (c: Context, nodes: readonly Node[]): Meaning | undefined =>
  nodes.map((node) => c.meaning(node)).find((found) => found !== undefined);

function elementOf(type: string): Meaning | undefined {
  if (!/(\[\]|\{\})$/.test(type)) return undefined;
  return { kind: "value", type: type.slice(0, -2).replace(/^\((.*)\)$/, "$1") };
}

// ---------------------------------------------------------------- names

function nameMeaning(c: Context, node: NameNode): Meaning | undefined {
  const { name, scope } = node;
  const root = c.targets.get(node);
  if (root) return targetMeaning(c, root);
  if (name === "this" || name === "self" || name === "cls") return selfMeaning(scope);
  if (name === (c.language === "csharp" ? "base" : "super") && c.language !== "go")
    return baseMeaning(c, scope);
  const binding = lookUp(node, c.language);
  if (binding) return bindingMeaning(c, binding);
  const method = hasTypeNames(c.language) && !node.isType ? ownMethod(c, node) : undefined;
  if (method) return method;
  if (name === "require" && (c.language === "typescript" || c.language === "javascript"))
    return { kind: "require" };
  for (const open of c.open) {
    const found = memberMeaning(c, open, name, node.range.start);
    const isKnown = found?.kind !== "class" || c.names.type(found.fqn) !== undefined;
    if (found && isKnown && found.kind !== "module" && found.kind !== "package") return found;
  }
  return c.names.isPackage(name, c.language) ? { kind: "package", path: name } : undefined;
}

/** A method of the class that the name stands in, or of the CDK's class that this one extends. */
function ownMethod(c: Context, { name, scope, range }: NameNode): Meaning | undefined {
  for (let here: Scope | undefined = scope; here; here = here.parent) {
    const found = here.type && localMember(c, here.type, name, range.start);
    if (found?.kind === "function" || found?.kind === "method") return found;
  }
  return undefined;
}

function selfMeaning(scope: Scope): Meaning | undefined {
  for (let here: Scope | undefined = scope; here; here = here.parent)
    if (here.type) return { kind: "localValue", type: here.type };
  return undefined;
}

function baseMeaning(c: Context, scope: Scope): Meaning | undefined {
  const self = selfMeaning(scope);
  const [base] = self?.kind === "localValue" ? self.type.bases : [];
  const meaning = base && c.meaning(base);
  return meaning?.kind === "class" ? { kind: "base", fqn: meaning.fqn } : undefined;
}

function bindingOf(c: Context, node: Node): Binding | undefined {
  if (node.kind === "name") return lookUp(node, c.language);
  if (node.kind !== "member") return undefined;
  const object = c.meaning(node.object);
  return object?.kind === "localValue" ? fieldOf(object.type, node.name) : undefined;
}

function surely(c: Context, node: Node): Node | undefined {
  const object = node.kind === "member" ? c.meaning(node.object) : undefined;
  if (node.kind === "member" && object?.kind === "object") return entryOf(object.node, node.name);
  const binding = bindingOf(c, node);
  return binding && heldBy(c, binding);
}

function eachOf(c: Context, node: Node): readonly Node[] {
  const binding = node.kind === "name" ? bindingOf(c, node) : undefined;
  if (!binding?.item || !binding.value) return [node];
  const list = binding.value.kind === "list" ? binding.value : surely(c, binding.value);
  return list?.kind === "list" ? list.items : [node];
}

/** Not the default of a parameter, nor a list that a loop goes through. */
function heldBy(c: Context, { value, pick, item, preset, getter }: Binding): Node | undefined {
  if (!value || item || preset) return undefined;
  if (value.kind === "function") return getter && value.gives.length === 1 ? value.gives[0] : undefined;
  if (pick === undefined) return value;
  const whole = c.meaning(value);
  if (whole?.kind === "object") return entryOf(whole.node, pick);
  const field = whole?.kind === "localValue" ? fieldOf(whole.type, pick) : undefined;
  return field && heldBy(c, field);
}

const entryOf = ({ entries }: MapNode, name: string): Node | undefined =>
  entries.find(({ key }) => key === name)?.value;

function fieldOf(type: LocalType, name: string): Binding | undefined {
  const fields = type.fields.get(name);
  return fields && givenOf(fields);
}

function bindingMeaning(c: Context, binding: Binding): Meaning | undefined {
  const { imported, local, type, value, pick, item } = binding;
  if (imported) return importedMeaning(c, imported.module, imported.name, binding.range.start);
  if (local) return { kind: "localClass", type: local };
  const declared = type && declaredMeaning(c, type);
  if (declared?.kind === "value" && !pick && !(c.language === "python" && value)) return declared;
  const whole = value && c.meaning(value);
  const given =
    item && value?.kind === "list"
      ? commonMeaning(c, value.items)
      : picked(c, binding.getter ? result(c, whole) : whole, pick, item, binding.range.start);
  const isWider = declared?.kind === "value" && given?.kind === "value" && !isNarrower(c, given, declared);
  if (given && given.kind !== "object" && !isWider) return given;
  return (pick ? declared && memberMeaning(c, declared, pick, binding.range.start) : declared) ?? given;
}

/** Python's checkers take a variable for what it was last given, if that is of its declared type. */
const isNarrower = (c: Context, { type }: { type: string }, declared: { type: string }): boolean =>
  c.names.type(declared.type) === undefined || c.names.derives(type, declared.type);

function picked(
  c: Context,
  whole: Meaning | undefined,
  pick: string | undefined,
  item: boolean | undefined,
  at: number,
) {
  if (!whole) return undefined;
  if (item || pick === "") return whole.kind === "value" ? elementOf(whole.type) : undefined;
  return pick === undefined ? whole : memberMeaning(c, whole, pick, at);
}

/** What a call of the file's own function gives. */
function result(c: Context, callee: Meaning | undefined): Meaning | undefined {
  if (callee?.kind !== "function") return undefined;
  const { returns, gives } = callee.node;
  return (returns && declaredMeaning(c, returns)) ?? firstMeaning(c, gives);
}

/** What has the declared type. */
function declaredMeaning(c: Context, type: Node): Meaning | undefined {
  if (type.kind === "map") return { kind: "fields", type };
  if (type.kind === "list") {
    const item = type.items[0] && declaredMeaning(c, type.items[0]);
    return item?.kind === "value" ? { kind: "value", type: `${item.type}[]` } : undefined;
  }
  const named = c.meaning(type);
  if (named?.kind === "class") return { kind: "value", type: named.fqn };
  return named?.kind === "localClass"
    ? { kind: "localValue", type: named.type }
    : named?.kind === "fields"
      ? named
      : undefined;
}

function importedMeaning(
  c: Context,
  path: string,
  name: string | undefined,
  at: number,
): Meaning | undefined {
  const module = c.names.module(path, c.language);
  if (module === undefined)
    return c.names.isPackage(path, c.language) ? { kind: "package", path } : undefined;
  const whole: Meaning = { kind: "module", module, path };
  return name === undefined ? whole : memberMeaning(c, whole, name, at);
}

// ---------------------------------------------------------------- members

function memberOf(c: Context, object: Node, { name, range }: MemberNode): Meaning | undefined {
  const meaning = c.meaning(object);
  return meaning && memberMeaning(c, meaning, name, range.start);
}

/** `FargateCluster.Builder`, by a wildcard import of a module that is known by no more than its name. */
function foreignBuilder(c: Context, { object, name }: MemberNode): Meaning | undefined {
  if (c.language !== "java" || name !== "Builder" || object.kind !== "name" || c.meaning(object))
    return undefined;
  const made = c.open
    .flatMap((open) => (open.kind === "module" ? [`${open.module}.${object.name}`] : []))
    .find((fqn) => isForeign(fqn) && !c.names.isWhole(fqn.slice(0, fqn.lastIndexOf("."))));
  return made === undefined || bindingOf(c, object) ? undefined : { kind: "builderClass", made };
}

/** C#'s `UserPool UserPool { get; }`: `UserPool.FromUserPoolId` is the type's, as the property has no such member. */
function objectOf(c: Context, node: MemberNode): Node {
  const { object } = node;
  if (object.kind !== "name" || object.isType || !hasTypeNames(c.language)) return object;
  if (memberOf(c, object, node)) return object;
  const type = { ...object, isType: true };
  return memberOf(c, type, node) ? type : object;
}

function memberMeaning(c: Context, object: Meaning, name: string, at: number): Meaning | undefined {
  switch (object.kind) {
    case "module":
    case "package":
      return moduleMember(c, object, name);
    case "class":
      return classMember(c, object.fqn, name);
    case "value":
      return valueMember(c, object.type, name);
    case "builderClass":
      if (name !== "create") return undefined;
      return {
        kind: "builderMethod",
        made: object.made,
        props: propsOf(c.names, object.made),
        prop: undefined,
        name,
      };
    case "builder":
      return builderMember(c, object, name);
    case "localValue":
    case "localClass":
      return localMember(c, object.type, name, at);
    case "object": {
      const entry = entryOf(object.node, name);
      return entry && c.meaning(entry);
    }
    case "base":
      return name === "__init__" ? object : valueMember(c, object.fqn, name);
    case "fields": {
      const entry = object.type.entries.find(({ key }) => key === name);
      return entry?.value && declaredMeaning(c, entry.value);
    }
    default:
      return undefined;
  }
}

function moduleMember(
  c: Context,
  object: Meaning & { kind: "module" | "package" },
  name: string,
): Meaning | undefined {
  if (object.kind === "module" && c.names.type(`${object.module}.${name}`))
    return { kind: "class", fqn: `${object.module}.${name}` };
  const path = `${object.path}.${name}`;
  const dotted = c.language !== "typescript" && c.language !== "javascript" && c.language !== "go";
  const module = dotted ? c.names.module(path, c.language) : undefined;
  if (module !== undefined) return { kind: "module", module, path };
  if (dotted && c.names.isPackage(path, c.language)) return { kind: "package", path };
  if (object.kind === "package") return undefined;
  if (/^[a-z]/.test(name) && object.module === "aws-cdk-lib" && !dotted && c.language !== "go")
    return { kind: "module", module: `aws-cdk-lib.${name}`, path };
  if (c.language === "go") return goMember(c, object.module, name);
  return /^[A-Z]/.test(name) ? { kind: "class", fqn: `${object.module}.${name}` } : undefined;
}

/** `NewRole`, `Role_FromRoleArn`, `Mfa_REQUIRED`, `CfnUserPool_PolicyProperty`, `RoleProps`. */
function goMember(c: Context, module: string, name: string): Meaning | undefined {
  const made = `${module}.${name.slice(3).replace(/_Override$/, "")}`;
  if (/^New[A-Z]/.test(name) && (c.names.type(made) || !c.names.type(`${module}.${name}`)))
    return { kind: "constructor", fqn: made };
  const [first = "", ...rest] = name.split("_");
  const owner = `${module}.${first}`;
  if (rest.length === 0) return /^[A-Z]/.test(name) ? { kind: "class", fqn: owner } : undefined;
  if (!c.names.type(owner)) return undefined;
  return classMember(c, owner, rest.join("_"));
}

function classMember(c: Context, fqn: string, name: string): Meaning | undefined {
  const nested = `${fqn}.${name}`;
  if (c.names.type(nested)) return { kind: "class", fqn: nested };
  if (c.language === "java" && name === "Builder") return { kind: "builderClass", made: fqn };
  if (c.language === "java" && name === "builder")
    return { kind: "builderMethod", made: fqn, props: propsOf(c.names, fqn), prop: undefined, name };
  if (isForeign(fqn) && /^from/i.test(name) && !c.names.type(fqn)) return { kind: "value", type: fqn };
  const member = c.names.member(fqn, name, c.language);
  // `roles.stream().map(IRole::getRoleArn)`
  if (c.language === "java" && (member?.kind === "prop" || member?.kind === "method"))
    return valueMember(c, fqn, name);
  if (!member || member.kind === "prop" || member.kind === "method") return undefined;
  return member.kind === "staticMethod"
    ? { kind: "method", member }
    : { kind: "value", type: member.type, member };
}

/** What gives an item of a list, or a value of a map. */
const ITEM = /^(get|orElse\w*|getFirst|getLast|at|find|pop|shift|(First|Single|Last)(OrDefault)?|ElementAt)$/;
/** What gives some of them. */
const ITEMS = /^(filter|slice|concat|reverse|stream|toList|values|entrySet|Values|Where|ToList|ToArray)$/;
/** What gives the value of an entry, as which the value itself counts. */
const OF_ENTRY = /^(getValue|Value)$/;

function valueMember(c: Context, type: string, name: string): Meaning | undefined {
  const isList = /(\[\]|\{\})$/.test(type);
  if (isList && ITEM.test(name)) return elementOf(type);
  if (isList && ITEMS.test(name)) return { kind: "value", type };
  for (const alternative of alternatives(type)) {
    const member = c.names.member(alternative, name, c.language);
    if (member?.kind === "method") return { kind: "method", member };
    if (member?.kind === "prop") return { kind: "value", type: member.type, member };
    if (isForeign(alternative) && !c.names.type(alternative))
      return { kind: "value", type: foreignMember(name) };
  }
  return hasTypeNames(c.language) && OF_ENTRY.test(name) ? { kind: "value", type } : undefined;
}

/** The types that a union may be, lists and maps left out. */
export const alternatives = (type: string): readonly string[] =>
  type.split("|").filter((part) => part.includes(".") && !/[[\]{}()]/.test(part));

function builderMember(c: Context, object: Meaning & { kind: "builder" }, name: string): Meaning | undefined {
  const { made, props } = object;
  const prop = props === undefined ? undefined : c.names.member(props, name, "java");
  return { kind: "builderMethod", made, props, prop: prop?.kind === "prop" ? prop : undefined, name };
}

/** The struct that a class takes as its props: the last parameter's type; a struct is its own. */
export function propsOf(names: NameIndex, fqn: string): string | undefined {
  const declared = names.type(fqn);
  if (declared?.type.kind === "struct") return fqn;
  const last = initOf(names, fqn)?.at(-1);
  return last && structIn(names, last[1]);
}

/** The parameters of the constructor: of the class itself, else of the class it extends. */
export function initOf(names: NameIndex, fqn: string): readonly (readonly [string, string])[] | undefined {
  const declared = names.type(fqn);
  if (!declared) return undefined;
  const init = declared.type.init;
  if (init)
    return init.map(
      ([name, type]) => [name, type.replace(/(^|[|(])\.(?=\w)/g, `$1${declared.module}.`)] as const,
    );
  return [];
}

/** The struct among the types of a union. */
export const structIn = (names: NameIndex, type: string): string | undefined =>
  alternatives(type).find((part) => names.type(part)?.type.kind === "struct");

function localMember(c: Context, type: LocalType, name: string, at: number): Meaning | undefined {
  const field = fieldOf(type, name);
  if (field) return bindingMeaning(c, field);
  const method = type.methods?.get(name);
  if (method) return { kind: "function", node: method };
  const read = c.language === "java" ? fieldOf(type, fieldRead(name)) : undefined;
  if (read) return bindingMeaning(c, read);
  if (c.depth > DEEPEST) return undefined;
  c.depth++;
  const found = inheritedMember(c, type, name, at);
  c.depth--;
  return found;
}

/** Lombok writes `getRole()` for the field `role`. */
const fieldRead = (name: string): string =>
  name.replace(/^get([A-Z])/, (_get, first: string) => first.toLowerCase());

function inheritedMember(c: Context, type: LocalType, name: string, at: number): Meaning | undefined {
  for (const base of type.bases) {
    const meaning = c.meaning(base);
    const whole: Meaning | undefined =
      meaning?.kind === "class" ? { kind: "value", type: meaning.fqn } : meaning;
    const found = whole && whole.kind !== "require" ? memberMeaning(c, whole, name, at) : undefined;
    if (found) return found;
  }
  return undefined;
}

// ---------------------------------------------------------------- calls

function callMeaning(c: Context, node: CallNode): Meaning | undefined {
  const callee = c.meaning(node.callee);
  switch (callee?.kind) {
    case "class":
    case "constructor":
      return { kind: "value", type: callee.fqn };
    case "method":
      return callee.member.type === "void" ? undefined : { kind: "value", type: callee.member.type };
    case "value":
      return callee;
    case "function":
      return result(c, callee);
    case "base":
      return node.callee.kind === "name" && c.language === "python"
        ? callee
        : { kind: "value", type: callee.fqn };
    case "builderMethod":
      if (callee.name === "build") return { kind: "value", type: callee.made };
      return { kind: "builder", made: callee.made, props: callee.props };
    case "builderClass":
      return { kind: "builder", made: callee.made, props: propsOf(c.names, callee.made) };
    case "localClass":
      return { kind: "localValue", type: callee.type };
    case "require":
      return requireMeaning(c, node);
    default:
      return c.language === "go" ? builtIn(c, node) : wrapped(c, node);
  }
}

/** Java's `List.of(role)`, `Objects.requireNonNull(role)`. */
function wrapped(c: Context, node: CallNode): Meaning | undefined {
  const { callee, arguments: args } = node;
  if (c.language !== "java") return undefined;
  if ((callee.kind === "name" || callee.kind === "member") && callee.name === "requireNonNull")
    return args[0]?.value && c.meaning(args[0].value);
  const item = isWrapper(node) === "list" ? commonMeaning(c, wrappedIn(node)) : undefined;
  return item?.kind === "value" ? { kind: "value", type: `${item.type}[]` } : undefined;
}

/** Go's `make(map[string]awsiam.IRole)`, `new(awsiam.RoleProps)` and `append(roles, role)`. */
function builtIn(c: Context, { callee, arguments: [first] }: CallNode): Meaning | undefined {
  if (callee.kind !== "name" || !/^(make|new|append)$/.test(callee.name) || !first?.value) return undefined;
  const made = c.meaning(first.value);
  return made?.kind === "class" ? { kind: "value", type: made.fqn } : made;
}

function requireMeaning(c: Context, node: CallNode): Meaning | undefined {
  const argument = node.arguments[0]?.value;
  const part = argument?.kind === "string" ? argument.parts[0] : undefined;
  return part?.kind === "text" ? importedMeaning(c, part.text, undefined, node.range.start) : undefined;
}
