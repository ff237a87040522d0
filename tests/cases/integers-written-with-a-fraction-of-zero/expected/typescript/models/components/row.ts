import { type Companion, companion } from "../../lib/companion.js";
import { checkMultiple } from "../../lib/constraints.js";
import {
  type Context,
  type PathKey,
  checkConstant,
  checkEnum,
  checkInteger,
  checkNumber,
  isObject,
  mapArray,
  mapNullable,
} from "../../lib/validation.js";

export interface Row {
  /** @default 1000 */
  count?: number;
  level?: Level;
  version?: 3;
  widths: number[];
  /** @multipleOf 2 */
  id?: number | null;
  /** @default 1 */
  ratio?: number;
}

/** Parses and writes {@link Row}. */
export const Row: Companion<Row> = /* @__PURE__ */ companion(readRow, readRow);

/** Reads {@link Row} from decoded JSON. */
export function readRow(value: unknown, context: Context, key?: PathKey): Row {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["count"])) checkInteger(value["count"], context, "count");
  if (context.has(value["level"])) readLevel(value["level"], context, "level");
  if (context.has(value["version"])) checkConstant(value["version"], context, "version", 3);
  mapArray(value["widths"], context, "widths", checkInteger);
  if (value["id"] != null)
    mapNullable(value["id"], context, "id", (value, context, key) =>
      checkMultiple(checkInteger(value, context, key), context, key, 2),
    );
  if (context.has(value["ratio"])) checkNumber(value["ratio"], context, "ratio");
  context.leave();
  return value as unknown as Row;
}

export type Level = 1 | 2;

/** Parses and writes {@link Level}. */
export const Level: Companion<Level> = /* @__PURE__ */ companion(readLevel, readLevel);

/** Reads {@link Level} from decoded JSON. */
export function readLevel(value: unknown, context: Context, key?: PathKey): Level {
  return checkEnum(value, context, key, levelValues);
}

const levelValues = [1, 2] as const;
