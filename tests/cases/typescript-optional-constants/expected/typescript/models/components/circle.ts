import { type Companion, companion } from "../../lib/companion.js";
import {
  type Context,
  type PathKey,
  checkConstant,
  checkNumber,
  isObject,
  keepUndeclared,
} from "../../lib/validation.js";

export interface Circle {
  kind?: "Circle";
  radius: number;
}

/** Parses and writes {@link Circle}. */
export const Circle: Companion<Circle> = /* @__PURE__ */ companion(readCircle, writeCircle);

/** Reads {@link Circle} from decoded JSON. */
export function readCircle(value: unknown, context: Context, key?: PathKey): Circle {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: Circle = {
    kind: checkConstant(value["kind"], context, "kind", "Circle"),
    radius: checkNumber(value["radius"], context, "radius"),
  };
  context.leave();
  return keepUndeclared(value, result, circleNames, context);
}

/** Writes {@link Circle} for JSON. */
export function writeCircle(value: Circle, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    kind: checkConstant(value.kind ?? "Circle", context, "kind", "Circle"),
    radius: checkNumber(value.radius, context, "radius"),
  };
  context.leave();
  return keepUndeclared(value, result, circleNames, context);
}

const circleNames = /* @__PURE__ */ new Set<string>(["kind", "radius"]);
