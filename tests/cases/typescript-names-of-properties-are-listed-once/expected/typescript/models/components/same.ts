import { type Companion, companion } from "../../lib/companion.js";
import { readDate, writeDate } from "../../lib/dates.js";
import { type Context, type PathKey, checkString, isObject, keepUndeclared } from "../../lib/validation.js";

export interface Same {
  /** @format date-time */
  at?: Date;
  text?: string;
}

/** Parses and writes {@link Same}. */
export const Same: Companion<Same> = /* @__PURE__ */ companion(readSame, writeSame);

/** Reads {@link Same} from decoded JSON. */
export function readSame(value: unknown, context: Context, key?: PathKey): Same {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: Same = {};
  if (context.has(value["at"])) result.at = readDate(value["at"], context, "at");
  if (context.has(value["text"])) result.text = checkString(value["text"], context, "text");
  context.leave();
  return keepUndeclared(value, result, sameNames, context);
}

/** Writes {@link Same} for JSON. */
export function writeSame(value: Same, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {};
  if (value.at !== undefined) result["at"] = writeDate(value.at, context, "at");
  if (value.text !== undefined) result["text"] = checkString(value.text, context, "text");
  context.leave();
  return keepUndeclared(value, result, sameNames, context);
}

const sameNames = /* @__PURE__ */ new Set<string>(["at", "text"]);
