/** Integers of 64 bits as `bigint`, and JSON that loses none of their digits. */
import type { Context, PathKey } from "./validation.js";
/** Returns an integer. */
export declare function readBigInt(value: unknown, context: Context, key?: PathKey): bigint;
/** Returns what is sent for an integer: a number where one holds it, else a `bigint`, for `stringifyLossless`. */
export declare function writeBigInt(value: unknown, context: Context, key?: PathKey): number | bigint;
/** Parses JSON as `JSON.parse` does, but integers beyond 2^53 are of type `bigint`. Throws `SyntaxError` likewise. */
export declare function parseLossless(text: string): unknown;
/** Writes JSON as `JSON.stringify` does; a `bigint` is a number of all its digits. */
export declare function stringifyLossless(value: unknown): string;
