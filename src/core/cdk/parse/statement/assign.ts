import type { Node } from "../../syntax.ts";
import { parseExpression } from "../expression/expression.ts";
import {
  accept,
  addBinding,
  addRoot,
  classScope,
  declare,
  is,
  isWord,
  newlineAt,
  type Parser,
} from "../state.ts";

export function expressionStatement(p: Parser): void {
  if (accept(p, ";") || accept(p, ",")) return;
  const target = parseExpression(p);
  if (!target) return;
  const more = moreTargets(p);
  if (isAssignment(p)) {
    assign(p, [target, ...more]);
    return;
  }
  for (const node of [target, ...more]) addRoot(p, node);
}

const ASSIGNMENTS = ["=", ":=", "??=", "||=", "&&="];

const isAssignment = (p: Parser): boolean => ASSIGNMENTS.some((sign) => is(p, sign));

/** `a, b := f()` */
function moreTargets(p: Parser): readonly Node[] {
  const more: Node[] = [];
  while (p.tokens.profile.lineEnds !== "none" && is(p, ",") && !newlineAt(p)) {
    p.at++;
    const next = parseExpression(p);
    if (!next) break;
    more.push(next);
  }
  return more;
}

/** `target = value`, chains included. */
export function assign(p: Parser, given: readonly Node[], type?: Node): void {
  let targets = given;
  while (isAssignment(p)) {
    p.at++;
    if (isWord(p, "range") && p.tokens.profile.language === "go") {
      ranged(p, targets);
      return;
    }
    const value = targets.length > 1 ? parseValues(p) : parseExpression(p);
    targets.forEach((target, i) => {
      if (target.kind !== "name" && !(target.kind === "member" && isSelf(target.object))) addRoot(p, target);
      bindTarget(p, target, givenTo(p, targets, i, value), type);
    });
    if (!value) return;
    if (!isAssignment(p)) putInto(p, targets, value, type);
    targets = [value];
  }
}

/** `a, b := x, y` puts each value into its own target; what is one value goes to the first. */
function putInto(p: Parser, targets: readonly Node[], value: Node, type: Node | undefined): void {
  const values = targets.length > 1 && value.kind === "list" ? value.items : [value];
  for (const [i, one] of values.entries()) addRoot(p, one, targets[i], type);
}

/** What several targets get: one value, or in Python and Go several that are written out. */
function parseValues(p: Parser): Node | undefined {
  const first = parseExpression(p);
  if (!first || !/^(python|go)$/.test(p.tokens.profile.language) || !is(p, ",")) return first;
  const items = [first, ...moreTargets(p)];
  return { kind: "list", items, range: { start: first.range.start, end: items.at(-1)?.range.end ?? 0 } };
}

/** Values that are written out go to one target each; of a call Go's first gets what it makes, Python's an item each. */
function givenTo(p: Parser, targets: readonly Node[], i: number, value: Node | undefined): Node | undefined {
  if (!value || targets.length < 2) return value;
  if (value.kind === "list") return value.items[i];
  if (p.tokens.profile.language === "python") return itemOf(value);
  return i === 0 ? value : undefined;
}

/** An item of a list, whichever it is. */
export const itemOf = (list: Node): Node => ({
  kind: "operation",
  operator: "index",
  operands: [list],
  range: list.range,
});

/** `for i, role := range roles`: the second name is an item. */
function ranged(p: Parser, [index, item]: readonly Node[]): void {
  p.at++;
  const value = parseExpression(p);
  addRoot(p, value);
  if (index?.kind === "name") declare(p, { name: index.name, range: index.range });
  if (item?.kind === "name") declare(p, { name: item.name, range: item.range, value, item: true });
}

/** Notes what a variable or a field of this class is given. */
function bindTarget(p: Parser, target: Node, value: Node | undefined, type: Node | undefined): void {
  if (target.kind === "name") {
    bindName(p, { name: target.name, range: target.range, value, type });
  } else if (target.kind === "member" && isSelf(target.object)) {
    const owner = classScope(p.scope)?.type;
    if (owner)
      addBinding(owner.fields, { name: target.name, range: target.nameRange, value, type, scope: p.scope });
  }
}

/** In Python an assignment declares in the function; elsewhere it goes to where the name was declared. */
function bindName(
  p: Parser,
  binding: {
    name: string;
    range: { start: number; end: number };
    value: Node | undefined;
    type: Node | undefined;
  },
): void {
  const { language } = p.tokens.profile;
  if (language === "python") {
    declare(p, binding);
    if (p.scope.type) addBinding(p.scope.type.fields, { ...binding, scope: p.scope });
    return;
  }
  for (let scope: typeof p.scope | undefined = p.scope; scope; scope = scope.parent) {
    if (scope.names.has(binding.name)) {
      declare(p, binding, scope);
      return;
    }
    if (scope.type?.fields.has(binding.name)) {
      addBinding(scope.type.fields, { ...binding, scope: p.scope });
      return;
    }
  }
  declare(p, binding);
}

export const isSelf = (node: Node): boolean =>
  node.kind === "name" && (node.name === "this" || node.name === "self" || node.name === "cls");
