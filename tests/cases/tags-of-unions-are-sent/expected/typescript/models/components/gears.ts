import { type Companion, companion } from "../../lib/companion.js";
import {
  type Context,
  type PathKey,
  checkConstant,
  checkInteger,
  isObject,
  keepUndeclared,
} from "../../lib/validation.js";

export interface Gears {
  /** @default "gears" */
  kind?: "gears";
  count: number;
}

/** Parses and writes {@link Gears}. */
export const Gears: Companion<Gears> = /* @__PURE__ */ companion(readGears, writeGears);

/** Reads {@link Gears} from decoded JSON. */
export function readGears(value: unknown, context: Context, key?: PathKey): Gears {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: Gears = {
    count: checkInteger(value["count"], context, "count"),
  };
  if (context.has(value["kind"])) result.kind = checkConstant(value["kind"], context, "kind", "gears");
  context.leave();
  return keepUndeclared(value, result, gearsNames, context);
}

/** Writes {@link Gears} for JSON. */
export function writeGears(value: Gears, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    kind: checkConstant(value.kind ?? "gears", context, "kind", "gears"),
    count: checkInteger(value.count, context, "count"),
  };
  context.leave();
  return keepUndeclared(value, result, gearsNames, context);
}

const gearsNames = /* @__PURE__ */ new Set<string>(["kind", "count"]);
