import { type Companion, companion } from "../../lib/companion.js";
import { checkSchema } from "../../lib/json-schema.js";
import { type Context, type PathKey, checkString, isObject, mapArray } from "../../lib/validation.js";

export interface Pet {
  other?: any;
  either?: string;
  both?: any[];
  none?: any;
  short?: Short;
}

/** Parses and writes {@link Pet}. */
export const Pet: Companion<Pet> = /* @__PURE__ */ companion(readPet, readPet);

/** Reads {@link Pet} from decoded JSON. */
export function readPet(value: unknown, context: Context, key?: PathKey): Pet {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["either"])) checkString(value["either"], context, "either");
  if (context.has(value["both"]))
    mapArray(checkSchema(value["both"], context, "both", petBothSchema), context, "both", (value) => value);
  if (value["none"] != null) checkSchema(value["none"], context, "none", petNoneSchema);
  if (context.has(value["short"])) readShort(value["short"], context, "short");
  context.leave();
  return value as unknown as Pet;
}

export interface Short {}

/** Parses and writes {@link Short}. */
export const Short: Companion<Short> = /* @__PURE__ */ companion(readShort, readShort);

/** Reads {@link Short} from decoded JSON. */
export function readShort(value: unknown, context: Context, key?: PathKey): Short {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  checkSchema(value, context, key, shortSchema);
  context.enter(key);
  context.leave();
  return value as unknown as Short;
}

const petBothSchema = { contains: {} };

const petNoneSchema = { not: true };

const shortSchema = { propertyNames: { maxLength: 3 } };
