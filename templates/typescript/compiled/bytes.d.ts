/** Bytes as base64 (RFC 4648, section 4), which is how JSON holds them. */
import type { Context, PathKey } from "./validation.js";
/** Returns the bytes that a text in base64 stands for; the alphabet for URLs (section 5) is read, too. */
export declare function readBytes(value: unknown, context: Context, key?: PathKey): Uint8Array;
/** Returns the text in base64 that stands for bytes; a text is taken to be one. */
export declare function writeBytes(value: unknown, context: Context, key?: PathKey): string;
/** Decodes base64. */
export declare function fromBase64(text: string): Uint8Array<ArrayBuffer>;
/** Encodes bytes as base64. */
export declare function toBase64(bytes: Uint8Array): string;
