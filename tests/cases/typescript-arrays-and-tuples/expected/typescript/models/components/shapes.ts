import { type Companion, companion } from "../../lib/companion.js";
import { checkItems } from "../../lib/constraints.js";
import { readDate, writeDate } from "../../lib/dates.js";
import {
  type Context,
  type PathKey,
  checkBoolean,
  checkInteger,
  checkNumber,
  checkString,
  isObject,
  keepUndeclared,
  mapArray,
  mapNullable,
  mapRecord,
  mapTuple,
} from "../../lib/validation.js";
import { type Tree, readTree } from "./tree.js";

export interface Shapes {
  /** @minItems 2 */
  point?: [number, number, ...any[]];
  maybe?: [string?, (string | null)?, ...boolean[]];
  names?: (string | null)[];
  grid?: (number | null)[][];
  tree?: Tree | null;
  index?: { [k: string]: Date[] };
}

/** Parses and writes {@link Shapes}. */
export const Shapes: Companion<Shapes> = /* @__PURE__ */ companion(readShapes, writeShapes);

/** Reads {@link Shapes} from decoded JSON. */
export function readShapes(value: unknown, context: Context, key?: PathKey): Shapes {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: Shapes = {};
  if (context.has(value["point"]))
    result.point = checkItems(
      mapTuple(value["point"], context, "point", [checkNumber, checkNumber], (value) => value),
      context,
      "point",
      shapesPointRules,
    );
  if (context.has(value["maybe"]))
    result.maybe = mapTuple(
      value["maybe"],
      context,
      "maybe",
      [checkString, (value, context, key) => mapNullable(value, context, key, checkString)],
      checkBoolean,
    );
  if (context.has(value["names"]))
    result.names = mapArray(value["names"], context, "names", (value, context, key) =>
      mapNullable(value, context, key, checkString),
    );
  if (context.has(value["grid"]))
    result.grid = mapArray(value["grid"], context, "grid", (value, context, key) =>
      mapArray(value, context, key, (value, context, key) => mapNullable(value, context, key, checkInteger)),
    );
  if (value["tree"] !== undefined) result.tree = mapNullable(value["tree"], context, "tree", readTree);
  if (context.has(value["index"]))
    result.index = mapRecord(value["index"], context, "index", (value, context, key) =>
      mapArray(value, context, key, readDate),
    );
  context.leave();
  return keepUndeclared(value, result, shapesNames, context);
}

/** Writes {@link Shapes} for JSON. */
export function writeShapes(value: Shapes, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {};
  if (value.point !== undefined)
    result["point"] = checkItems(
      mapTuple(value.point, context, "point", [checkNumber, checkNumber], (value) => value),
      context,
      "point",
      shapesPointRules,
    );
  if (value.maybe !== undefined)
    result["maybe"] = mapTuple(
      value.maybe,
      context,
      "maybe",
      [checkString, (value, context, key) => mapNullable(value, context, key, checkString)],
      checkBoolean,
    );
  if (value.names !== undefined)
    result["names"] = mapArray(value.names, context, "names", (value, context, key) =>
      mapNullable(value, context, key, checkString),
    );
  if (value.grid !== undefined)
    result["grid"] = mapArray(value.grid, context, "grid", (value, context, key) =>
      mapArray(value, context, key, (value, context, key) => mapNullable(value, context, key, checkInteger)),
    );
  if (value.tree !== undefined) result["tree"] = mapNullable(value.tree, context, "tree", readTree);
  if (value.index !== undefined)
    result["index"] = mapRecord(value.index, context, "index", (value, context, key) =>
      mapArray(value, context, key, writeDate),
    );
  context.leave();
  return keepUndeclared(value, result, shapesNames, context);
}

const shapesPointRules = { minItems: 2 };

const shapesNames = /* @__PURE__ */ new Set<string>(["point", "maybe", "names", "grid", "tree", "index"]);
