/** Bytes as base64 strings in JSON (RFC 4648, section 4). */
import type { Context, PathKey } from "./validation.js";
/** Returns the bytes that a base64 string encodes; the URL-safe alphabet (section 5) is accepted, too. */
export declare function readBytes(value: unknown, context: Context, key?: PathKey): Uint8Array;
/** Returns bytes as a base64 string. A string is taken to be base64 already. */
export declare function writeBytes(value: unknown, context: Context, key?: PathKey): string;
/** Decodes base64. */
export declare function fromBase64(text: string): Uint8Array<ArrayBuffer>;
/** Encodes bytes as base64. */
export declare function toBase64(bytes: Uint8Array): string;
