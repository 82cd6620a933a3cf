import type { Rich, Span } from "../../src/core/types.ts";
import { piecesOf } from "../../src/render/html.ts";

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

/** A name that breaks between its pieces only. */
export const breakable = (name: string): Node[] =>
  piecesOf(name).flatMap((piece, i) => (i > 0 ? [h("wbr"), new Text(piece)] : [new Text(piece)]));

/** A link of ours that does something in the page or the editor. */
export const action = (label: string | readonly Node[], run: () => void): HTMLElement =>
  h(
    "a",
    {
      href: "#",
      onclick(event) {
        event.preventDefault();
        run();
      },
    },
    ...(typeof label === "string" ? [label] : label),
  );

export function must<T extends Element>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`the view has no ${selector}`);
  return element;
}

/** Tells the style how high the bar is, which covers what is at the top: nothing is scrolled to below it. */
export function measureBar(): void {
  const bar = must<HTMLElement>("#bar");
  const measure = (): void =>
    document.documentElement.style.setProperty("--bar", `${bar.offsetHeight + 8}px`);
  measure();
  new ResizeObserver(measure).observe(bar);
}

/** Shows the page, and calls, once its style is there or failed: nobody sees it without, and no place on it is measured. */
export function onceStyled(then: () => void): void {
  const style = must<HTMLLinkElement>("link[rel=stylesheet]");
  const start = (): void => {
    document.body.hidden = false;
    then();
  };
  if (style.sheet) start();
  else for (const end of ["load", "error"]) style.addEventListener(end, start, { once: true });
}
