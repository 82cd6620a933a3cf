import type { Rich, Span } from "../../src/core/types.ts";

type Child = Node | string | undefined | false;
type Props = Readonly<Record<string, string | boolean | undefined | ((event: Event) => void)>>;

/** An element with attributes, listeners (`onclick`) and children. Strings become text, never HTML. */
export function h(tag: string, props: Props = {}, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (typeof value === "string") element.setAttribute(name, value);
  }
  element.append(
    ...children.filter((child): child is Node | string => child !== undefined && child !== false),
  );
  return element;
}

export const rich = (words: Rich): Node[] => words.map(span);

const span = ({ text, style }: Span): Node =>
  style === undefined ? document.createTextNode(text) : h(style === "code" ? "code" : "strong", {}, text);

export function must<T extends Element>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`the view has no ${selector}`);
  return element;
}
