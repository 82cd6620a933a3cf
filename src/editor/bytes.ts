/** There in every extension host, Node's and the browser's, though TypeScript knows it from neither here. */
declare class TextDecoderOfHost {
  decode(bytes: Uint8Array): string;
}
declare const globalThis: { readonly TextDecoder: typeof TextDecoderOfHost };

export const decodeText = (bytes: Uint8Array): string => new globalThis.TextDecoder().decode(bytes);
