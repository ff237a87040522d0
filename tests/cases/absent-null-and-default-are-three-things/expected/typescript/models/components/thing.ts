import { type Companion, companion } from "../../lib/companion.js";
import {
  type Context,
  type PathKey,
  checkInteger,
  checkString,
  isObject,
  keepUndeclared,
  mapNullable,
} from "../../lib/validation.js";

export interface Thing {
  required: string;
  requiredNullable: string | null;
  optional?: string;
  optionalNullable?: string | null;
  /** @default "red" */
  optionalDefault?: string;
  /** @default null */
  nullableDefault?: string | null;
  /** @default 3 */
  requiredLater?: number;
}

/** Parses and writes {@link Thing}. */
export const Thing: Companion<Thing> = /* @__PURE__ */ companion(readThing, writeThing);

/** Reads {@link Thing} from decoded JSON. */
export function readThing(value: unknown, context: Context, key?: PathKey): Thing {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: Thing = {
    required: checkString(value["required"], context, "required"),
    requiredNullable: mapNullable(value["required_nullable"], context, "required_nullable", checkString),
  };
  if (context.has(value["optional"])) result.optional = checkString(value["optional"], context, "optional");
  if (value["optional_nullable"] !== undefined)
    result.optionalNullable = mapNullable(value["optional_nullable"], context, "optional_nullable", checkString);
  if (context.has(value["optional_default"]))
    result.optionalDefault = checkString(value["optional_default"], context, "optional_default");
  if (value["nullable_default"] !== undefined)
    result.nullableDefault = mapNullable(value["nullable_default"], context, "nullable_default", checkString);
  if (context.has(value["required_later"]))
    result.requiredLater = checkInteger(value["required_later"], context, "required_later");
  context.leave();
  return keepUndeclared(value, result, thingNames, context);
}

/** Writes {@link Thing} for JSON. */
export function writeThing(value: Thing, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    required: checkString(value.required, context, "required"),
    required_nullable: mapNullable(value.requiredNullable, context, "required_nullable", checkString),
  };
  if (value.optional !== undefined) result["optional"] = checkString(value.optional, context, "optional");
  if (value.optionalNullable !== undefined)
    result["optional_nullable"] = mapNullable(value.optionalNullable, context, "optional_nullable", checkString);
  if (value.optionalDefault !== undefined)
    result["optional_default"] = checkString(value.optionalDefault, context, "optional_default");
  if (value.nullableDefault !== undefined)
    result["nullable_default"] = mapNullable(value.nullableDefault, context, "nullable_default", checkString);
  if (value.requiredLater !== undefined)
    result["required_later"] = checkInteger(value.requiredLater, context, "required_later");
  context.leave();
  return keepUndeclared(value, result, thingProperties, context);
}

const thingNames = /* @__PURE__ */ new Set<string>([
  "required",
  "required_nullable",
  "optional",
  "optional_nullable",
  "optional_default",
  "nullable_default",
  "required_later",
]);

const thingProperties = /* @__PURE__ */ new Set<string>([
  "required",
  "requiredNullable",
  "optional",
  "optionalNullable",
  "optionalDefault",
  "nullableDefault",
  "requiredLater",
]);
