import { argumentsOf, isWrapper } from "../../pieces.ts";
import type { Instance } from "../../resolve/instances.ts";
import type { Node } from "../../syntax.ts";
import { addedStatement } from "../additions.ts";
import { entry, list, map, ref, scalar } from "../build.ts";
import { follow } from "../lower/follow.ts";
import { lower, textOf } from "../lower/lower.ts";
import { type Lowering, sourceOf } from "../lower/lowering.ts";
import { openIn } from "../open.ts";
import { convert, type Entries, each, type Props } from "../props.ts";
import { documentOf, itemsOf, lowerDocument, lowerStatement, statementsIn } from "./statement.ts";

export function inlinePolicies(p: Props): Entries {
  const field = p.fields.get("inlinePolicies");
  const made = field?.node && follow(p.l, field.node);
  if (!field || !made) return [];
  const isPairs = made.kind === "call" && isWrapper(made) === "map";
  const open = isPairs ? [] : openIn(p.l.resolver, made);
  const pairs =
    made.kind === "map"
      ? made.entries.map(({ key, keyNode, value }) => ({
          name: key ?? textOf(lower(p.l, keyNode)) ?? "",
          keyNode,
          value,
        }))
      : callPairs(p, isPairs ? argumentsOf(made) : []);
  const policies = pairs.map(({ name, keyNode, value }) =>
    map(
      [
        ...(value ? [entry("PolicyDocument", lowerDocument(p.l, value), keyNode.range)] : []),
        entry("PolicyName", scalar(name, keyNode.range), keyNode.range),
      ],
      value?.range ?? keyNode.range,
    ),
  );
  const unread = open.map((node) => sourceOf(p.l, node));
  return [entry("Policies", list([...policies, ...unread], made.range), field.keyRange)];
}

/** Java's `Map.of("name", document)`. */
function callPairs(
  p: Props,
  args: readonly Node[],
): readonly { name: string; keyNode: Node; value: Node | undefined }[] {
  return args.flatMap((keyNode, i) =>
    i % 2 === 0 ? [{ name: textOf(lower(p.l, keyNode)) ?? "", keyNode, value: args[i + 1] }] : [],
  );
}

/** The document of a Policy or ManagedPolicy: `document`, `statements`, and what is added later. */
export function ownDocument(p: Props): Entries {
  const { l, instance } = p;
  const document = p.fields.get("document");
  const field = p.fields.get("statements");
  const added = l.calls
    .on(instance.node, "addStatements")
    .flatMap((call) => argumentsOf(call).map((item) => lowerStatement(l, item)));
  if (document?.node) return [entry("PolicyDocument", lowerDocument(l, document.node), document.keyRange)];
  const statements = [...statementsIn(l, field?.node), ...added];
  if (statements.length === 0 && !field) return [];
  return [
    entry(
      "PolicyDocument",
      documentOf(statements, field?.node?.range ?? p.range, field?.keyRange ?? p.range),
      field?.keyRange ?? p.range,
    ),
  ];
}

export function attachments(p: Props): Entries {
  const kinds = [
    ["groups", "Groups", "Group"],
    ["roles", "Roles", "Role"],
    ["users", "Users", "User"],
  ] as const;
  return kinds.flatMap(([prop, name, type]) => {
    const field = p.fields.get(prop);
    const added = attachedLater(p, type);
    if (added.length === 0)
      return convert(p, prop, name, (node) => each(p.l, node, (item) => lower(p.l, item)));
    const given = field?.node ? itemsOf(each(p.l, field.node, (item) => lower(p.l, item))) : [];
    const range = field?.keyRange ?? added[0]?.range ?? p.range;
    return [entry(name, list([...given, ...added.map((node) => lower(p.l, node))], range), range)];
  });
}

/** `policy.attachToRole(role)`, `role.attachInlinePolicy(policy)` */
function attachedLater({ l, instance }: Props, type: string): readonly Node[] {
  const to = l.calls.on(instance.node, `attachTo${type}`).flatMap((call) => argumentsOf(call).slice(0, 1));
  const by = l.calls.taking(instance.node, "attachInlinePolicy").filter((node) => kindOf(l, node) === type);
  return [...to, ...by];
}

function kindOf(l: Lowering, node: Node): string {
  const meaning = l.resolver.meaning(node);
  const known = meaning?.kind === "value" ? /\.I?(Role|User|Group)$/.exec(meaning.type)?.[1] : undefined;
  return known ?? "Role";
}

/** What `addToPolicy` and its like make: a policy of its own beside the role, user or group. */
export function addedPolicy(l: Lowering, instance: Instance): Entries | undefined {
  const holder = ({ Role: "Roles", User: "Users", Group: "Groups" } as Record<string, string>)[
    className(instance)
  ];
  const calls = ["addToPolicy", "addToPrincipalPolicy"]
    .flatMap((name) => l.calls.on(instance.node, name))
    .map((call) => ({
      call,
      give: () =>
        argumentsOf(call)
          .slice(0, 1)
          .map((item) => lowerStatement(l, item)),
    }));
  const others = l.additions
    .to(instance.node)
    .map((one) => ({ call: one.call, give: () => [addedStatement(l, one)] }));
  const added = [...calls, ...others].sort((a, b) => a.call.range.start - b.call.range.start);
  const [first] = added;
  if (holder === undefined || !first) return undefined;
  const statements = added.flatMap(({ give }) => give());
  const { range } = first.call;
  return [
    entry("PolicyDocument", documentOf(statements, range), range),
    entry("PolicyName", scalar(`${instance.id}DefaultPolicy`, range), range),
    entry(holder, list([ref(instance.id, range)], range), range),
  ];
}

const className = ({ fqn }: Instance): string => fqn.slice(fqn.lastIndexOf(".") + 1);
