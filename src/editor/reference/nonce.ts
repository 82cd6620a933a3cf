/** Unguessable, for one load of the page. `crypto` is there in Node's and in the worker's extension host. */
export function randomNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

declare const crypto: { getRandomValues(into: Uint8Array): Uint8Array };
