import type { Address } from "../../src/reference/types.ts";
import { must } from "./dom.ts";
import { save, saved, type Visit } from "./host.ts";

const LONGEST = 50;
/** How long scrolling has to rest before the place is kept, in milliseconds. */
const PAUSE = 100;

export const isSame = (a: Address, b: Address): boolean => JSON.stringify(a) === JSON.stringify(b);

export const visit = (): Visit => saved().history[saved().at] ?? { address: { kind: "start" }, scroll: 0 };
export const current = (): Address => visit().address;

/** Back and forward: buttons, Alt with the arrows, the mouse's own buttons. `arrived` asks for the page. */
export function registerHistory(arrived: () => void) {
  const back = must<HTMLButtonElement>("#back");
  const forward = must<HTMLButtonElement>("#forward");

  function move(history: readonly Visit[], at: number): void {
    save({ history, at });
    draw();
    arrived();
  }

  function draw(): void {
    back.disabled = saved().at <= 0;
    forward.disabled = saved().at >= saved().history.length - 1;
  }

  function step(by: -1 | 1): void {
    const at = saved().at + by;
    if (saved().history[at]) move(left(), at);
  }

  back.addEventListener("click", () => step(-1));
  forward.addEventListener("click", () => step(1));
  document.addEventListener("keydown", (event) => {
    const by =
      event.altKey && event.key === "ArrowLeft" ? -1 : event.altKey && event.key === "ArrowRight" ? 1 : 0;
    if (by === 0) return;
    event.stopPropagation(); // else the workbench goes back in its editor
    step(by);
  });
  window.addEventListener("mouseup", (event) => {
    if (event.button !== 3 && event.button !== 4) return;
    event.preventDefault();
    step(event.button === 3 ? -1 : 1);
  });
  keepPlace();
  draw();

  /** Goes to a page; the one that is shown already is only asked for again. */
  return function go(address: Address): void {
    if (isSame(current(), address)) {
      arrived();
      return;
    }
    const history = [...left().slice(0, saved().at + 1), { address, scroll: 0 }].slice(-LONGEST);
    move(history, history.length - 1);
  };
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** The history with the place where the page is left. */
function left(): readonly Visit[] {
  clearTimeout(timer);
  const scroll = document.documentElement.scrollTop;
  return saved().history.map((visited, i) => (i === saved().at ? { ...visited, scroll } : visited));
}

function keepPlace(): void {
  window.addEventListener(
    "scroll",
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => save({ history: left() }), PAUSE);
    },
    { passive: true },
  );
}
