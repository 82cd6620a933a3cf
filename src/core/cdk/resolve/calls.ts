import { isWrapper, wrappedIn } from "../pieces.ts";
import { propsOf } from "../signatures.ts";
import type { CallNode } from "../syntax.ts";
import { foreignConstruct } from "./constructs.ts";
import { declaredMeaning, result } from "./declared.ts";
import type { Context, Meaning } from "./meaning.ts";
import { importedMeaning } from "./modules.ts";
import { commonMeaning } from "./operations.ts";

export function callMeaning(c: Context, node: CallNode): Meaning | undefined {
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

/** What hands on its first argument: Java's `Objects.requireNonNull(role)`, compiled JavaScript's imports. */
const HANDS_ON = /^(requireNonNull|__import(Star|Default)|_interopRequire(Default|Wildcard))$/;

/** What hands something on; Python's `cast(iam.Role, x)`, Java's `List.of(role)`. */
function wrapped(c: Context, node: CallNode): Meaning | undefined {
  const { callee, arguments: args } = node;
  const [first] = args;
  const name = callee.kind === "name" || callee.kind === "member" ? callee.name : "";
  if (HANDS_ON.test(name)) return first?.value && c.meaning(first.value);
  if (c.language === "python" && name === "cast") return first?.value && declaredMeaning(c, first.value);
  if (node.isNew) return foreignConstruct(c, callee);
  if (c.language !== "java") return undefined;
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
