import { type Companion, companion } from "../../lib/companion.js";
import { readDate, writeDate } from "../../lib/dates.js";
import { type Context, type PathKey, checkString, isObject, keepUndeclared } from "../../lib/validation.js";

export interface Renamed {
  /** @format date-time */
  madeAt?: Date;
  text?: string;
}

/** Parses and writes {@link Renamed}. */
export const Renamed: Companion<Renamed> = /* @__PURE__ */ companion(readRenamed, writeRenamed);

/** Reads {@link Renamed} from decoded JSON. */
export function readRenamed(value: unknown, context: Context, key?: PathKey): Renamed {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: Renamed = {};
  if (context.has(value["made_at"])) result.madeAt = readDate(value["made_at"], context, "made_at");
  if (context.has(value["text"])) result.text = checkString(value["text"], context, "text");
  context.leave();
  return keepUndeclared(value, result, renamedNames, context);
}

/** Writes {@link Renamed} for JSON. */
export function writeRenamed(value: Renamed, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {};
  if (value.madeAt !== undefined) result["made_at"] = writeDate(value.madeAt, context, "made_at");
  if (value.text !== undefined) result["text"] = checkString(value.text, context, "text");
  context.leave();
  return keepUndeclared(value, result, renamedProperties, context);
}

const renamedNames = /* @__PURE__ */ new Set<string>(["made_at", "text"]);

const renamedProperties = /* @__PURE__ */ new Set<string>(["madeAt", "text"]);
