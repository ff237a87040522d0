import { type Companion, companion } from "../../lib/companion.js";
import { readDate as readDate_, writeDate as writeDate_ } from "../../lib/dates.js";
import { type Context, type PathKey, isObject, keepUndeclared } from "../../lib/validation.js";
import type { Blob as Blob_, File, ReadableStream } from "../../lib/web.js";
import { type Blob, readBlob } from "./blob.js";

export interface Date {
  /** @format date-time */
  at?: globalThis.Date;
  picture?: File | Blob_ | Picture;
  blob?: Blob;
}

/** Parses and writes {@link Date}. */
export const Date: Companion<Date> = /* @__PURE__ */ companion(readDate, writeDate);

/** Reads {@link Date} from decoded JSON. */
export function readDate(value: unknown, context: Context, key?: PathKey): Date {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: Date = {};
  if (context.has(value["at"])) result.at = readDate_(value["at"], context, "at");
  if (value["picture"] !== undefined) result.picture = value["picture"] as never;
  if (context.has(value["blob"])) result.blob = readBlob(value["blob"], context, "blob");
  context.leave();
  return keepUndeclared(value, result, dateNames, context);
}

/** Writes {@link Date} for JSON. */
export function writeDate(value: Date, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {};
  if (value.at !== undefined) result["at"] = writeDate_(value.at, context, "at");
  if (value.picture !== undefined) result["picture"] = value.picture;
  if (value.blob !== undefined) result["blob"] = readBlob(value.blob, context, "blob");
  context.leave();
  return keepUndeclared(value, result, dateNames, context);
}

export interface Picture {
  fileName: string;
  content: ReadableStream<Uint8Array> | Blob_ | ArrayBuffer | Uint8Array;
}

/** Parses and writes {@link Picture}. */
export const Picture: Companion<Picture> = /* @__PURE__ */ companion(readPicture, readPicture);

/** Reads {@link Picture} from decoded JSON. */
export function readPicture(value: unknown, context: Context, key?: PathKey): Picture {
  return value as unknown as Picture;
}

const dateNames = /* @__PURE__ */ new Set<string>(["at", "picture", "blob"]);
