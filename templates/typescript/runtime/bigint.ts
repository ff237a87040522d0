/** Integers of 64 bits as `bigint`, and JSON that loses none of their digits. */

import type { Context, PathKey } from "./validation.js";

const jsonToken = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Returns an integer. */
export function readBigInt(value: unknown, context: Context, key?: PathKey): bigint {
  if (typeof value === "bigint") return value;
  return Number.isSafeInteger(value) ? BigInt(value as number) : context.mismatch(value, key, "an integer");
}

/** Returns the wire's form of an integer for `stringifyLossless`: a number if it is exact, else a `bigint`. */
export function writeBigInt(value: unknown, context: Context, key?: PathKey): number | bigint {
  const integer = readBigInt(value, context, key);
  return Number.isSafeInteger(Number(integer)) ? Number(integer) : integer;
}

/** Parses JSON as `JSON.parse` does, but integers beyond 2^53 are of type `bigint`. Throws `SyntaxError` likewise. */
export function parseLossless(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  const mark = crypto.randomUUID();
  const marked = text.replace(jsonToken, (token) =>
    /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${mark}${token}"` : token,
  );
  return JSON.parse(marked, (_name, value: unknown) =>
    typeof value === "string" && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value,
  );
}

/** Writes JSON as `JSON.stringify` does; a `bigint` is a number of all its digits. */
export function stringifyLossless(value: unknown): string {
  const mark = crypto.randomUUID();
  const marked = JSON.stringify(value, (_name, member: unknown) =>
    typeof member === "bigint" ? `${mark}${member}` : member,
  );
  return marked.replaceAll(new RegExp(`"${mark}(-?\\d+)"`, "g"), "$1");
}
