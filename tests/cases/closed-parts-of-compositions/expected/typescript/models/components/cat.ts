import { type Companion, companion } from "../../lib/companion.js";
import { checkSchema } from "../../lib/json-schema.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

/** Of a closed component, and a closed part. */
export interface Cat {
  name: string;
  owner?: Owner;
  meow: string;
}

/** Parses and writes {@link Cat}. */
export const Cat: Companion<Cat> = /* @__PURE__ */ companion(readCat, readCat);

/** Reads {@link Cat} from decoded JSON. */
export function readCat(value: unknown, context: Context, key?: PathKey): Cat {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  checkSchema(value, context, key, catSchema);
  context.enter(key);
  checkString(value["name"], context, "name");
  if (context.has(value["owner"])) readOwner(value["owner"], context, "owner");
  checkString(value["meow"], context, "meow");
  context.leave();
  return value as unknown as Cat;
}

export interface Owner {
  phone?: string;
}

/** Parses and writes {@link Owner}. */
export const Owner: Companion<Owner> = /* @__PURE__ */ companion(readOwner, readOwner);

/** Reads {@link Owner} from decoded JSON. */
export function readOwner(value: unknown, context: Context, key?: PathKey): Owner {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["phone"])) checkString(value["phone"], context, "phone");
  context.leave();
  return value as unknown as Owner;
}

const catSchema = {
  allOf: [
    {
      type: "object",
      required: ["name"],
      properties: { name: { type: "string" }, owner: { type: "object", properties: { phone: { type: "string" } } } },
    },
    { type: "object", required: ["meow"], properties: { meow: { type: "string" } } },
  ],
  unevaluatedProperties: false,
};
