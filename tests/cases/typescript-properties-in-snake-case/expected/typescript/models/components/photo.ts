import { type Companion, companion } from "../../lib/companion.js";
import { readDate, writeDate } from "../../lib/dates.js";
import {
  type Context,
  type PathKey,
  checkInteger,
  checkString,
  isObject,
  keepUndeclared,
} from "../../lib/validation.js";

export interface Photo {
  photo_id: string;
  /** @format date-time */
  taken_at: Date;
  file_name?: string;
  url?: string;
  "+1"?: number;
  "-1"?: number;
}

/** Parses and writes {@link Photo}. */
export const Photo: Companion<Photo> = /* @__PURE__ */ companion(readPhoto, writePhoto);

/** Reads {@link Photo} from decoded JSON. */
export function readPhoto(value: unknown, context: Context, key?: PathKey): Photo {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: Photo = {
    photo_id: checkString(value["photoId"], context, "photoId"),
    taken_at: readDate(value["takenAt"], context, "takenAt"),
  };
  if (context.has(value["file_name"])) result.file_name = checkString(value["file_name"], context, "file_name");
  if (context.has(value["URL"])) result.url = checkString(value["URL"], context, "URL");
  if (context.has(value["+1"])) result["+1"] = checkInteger(value["+1"], context, "+1");
  if (context.has(value["-1"])) result["-1"] = checkInteger(value["-1"], context, "-1");
  context.leave();
  return keepUndeclared(value, result, photoNames, context);
}

/** Writes {@link Photo} for JSON. */
export function writePhoto(value: Photo, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    photoId: checkString(value.photo_id, context, "photoId"),
    takenAt: writeDate(value.taken_at, context, "takenAt"),
  };
  if (value.file_name !== undefined) result["file_name"] = checkString(value.file_name, context, "file_name");
  if (value.url !== undefined) result["URL"] = checkString(value.url, context, "URL");
  if (value["+1"] !== undefined) result["+1"] = checkInteger(value["+1"], context, "+1");
  if (value["-1"] !== undefined) result["-1"] = checkInteger(value["-1"], context, "-1");
  context.leave();
  return keepUndeclared(value, result, photoProperties, context);
}

const photoNames = /* @__PURE__ */ new Set<string>(["photoId", "takenAt", "file_name", "URL", "+1", "-1"]);

const photoProperties = /* @__PURE__ */ new Set<string>(["photo_id", "taken_at", "file_name", "url", "+1", "-1"]);
