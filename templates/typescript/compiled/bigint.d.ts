/** Integers of 64 bits as `bigint`, and JSON that loses none of their digits. */
import type { Context, PathKey } from "./validation.js";
/** Returns an integer. */
export declare function readBigInt(value: unknown, context: Context, key?: PathKey): bigint;
/** Returns the wire's form of an integer for `stringifyLossless`: a number if it is exact, else a `bigint`. */
export declare function writeBigInt(value: unknown, context: Context, key?: PathKey): number | bigint;
/** Parses JSON as `JSON.parse` does, but integers beyond 2^53 are of type `bigint`. Throws `SyntaxError` likewise. */
export declare function parseLossless(text: string): unknown;
/** Writes JSON as `JSON.stringify` does; a `bigint` is a number of all its digits. */
export declare function stringifyLossless(value: unknown): string;
