import { type Companion, companion } from "../../lib/companion.js";
import {
  type Context,
  type PathKey,
  checkConstant,
  checkNumber,
  isObject,
  keepUndeclared,
} from "../../lib/validation.js";

export interface Prop {
  roleKind: "prop";
  weight?: number;
}

/** Parses and writes {@link Prop}. */
export const Prop: Companion<Prop> = /* @__PURE__ */ companion(readProp, writeProp);

/** Reads {@link Prop} from decoded JSON. */
export function readProp(value: unknown, context: Context, key?: PathKey): Prop {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: Prop = {
    roleKind: checkConstant(value["role_kind"], context, "role_kind", "prop"),
  };
  if (context.has(value["weight"])) result.weight = checkNumber(value["weight"], context, "weight");
  context.leave();
  return keepUndeclared(value, result, propNames, context);
}

/** Writes {@link Prop} for JSON. */
export function writeProp(value: Prop, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    role_kind: checkConstant(value.roleKind, context, "role_kind", "prop"),
  };
  if (value.weight !== undefined) result["weight"] = checkNumber(value.weight, context, "weight");
  context.leave();
  return keepUndeclared(value, result, propProperties, context);
}

const propNames = /* @__PURE__ */ new Set<string>(["role_kind", "weight"]);

const propProperties = /* @__PURE__ */ new Set<string>(["roleKind", "weight"]);
