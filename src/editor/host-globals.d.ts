/** Of the web platform, what every extension host has, Node's and the browser's. */
declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}
declare const crypto: { getRandomValues(into: Uint8Array): Uint8Array };
declare function setTimeout(run: () => void, milliseconds: number): number;
declare const performance: { now(): number };
declare const require: (id: string) => unknown;
declare function clearTimeout(timer: number | undefined): void;
