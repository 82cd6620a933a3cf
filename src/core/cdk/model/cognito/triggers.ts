import { entry } from "../build.ts";
import { lower } from "../lower/lower.ts";
import { type Entries, memberOf, nest, nestedFields, type Props } from "../props.ts";

export function lambdaConfig(p: Props): Entries {
  const fields = nestedFields(p, "lambdaTriggers");
  const triggers = [...fields].map(([prop, { keyRange, node }]) =>
    entry(triggerName(prop), node && lower(p.l, node), keyRange),
  );
  const added = p.l.calls.on(p.instance.node, "addTrigger").flatMap((call): Entries => {
    const [operation, fn] = call.arguments;
    const name = operation?.value && memberOf(p.l, operation.value);
    if (name === undefined || !operation?.value) return [];
    return [entry(triggerName(camel(name)), fn?.value && lower(p.l, fn.value), operation.value.range)];
  });
  return nest(p, "lambdaTriggers", "LambdaConfig", [...triggers, ...added]);
}

const triggerName = (prop: string): string =>
  prop === "customSmsSender" ? "CustomSMSSender" : prop.charAt(0).toUpperCase() + prop.slice(1);

const camel = (name: string): string =>
  name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
