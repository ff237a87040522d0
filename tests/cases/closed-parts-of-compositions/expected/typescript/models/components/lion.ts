import { type Companion, companion } from "../../lib/companion.js";
import { checkSchema } from "../../lib/json-schema.js";
import { type Context, type PathKey, checkBoolean, checkInteger, checkString, isObject } from "../../lib/validation.js";

/** Of a composition of closed parts, and properties beside it. */
export interface Lion {
  name: string;
  owner?: LionOwner;
  meow: string;
  mane?: boolean;
  prides?: number;
}

/** Parses and writes {@link Lion}. */
export const Lion: Companion<Lion> = /* @__PURE__ */ companion(readLion, readLion);

/** Reads {@link Lion} from decoded JSON. */
export function readLion(value: unknown, context: Context, key?: PathKey): Lion {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  checkSchema(value, context, key, lionSchema);
  context.enter(key);
  checkString(value["name"], context, "name");
  if (context.has(value["owner"])) readLionOwner(value["owner"], context, "owner");
  checkString(value["meow"], context, "meow");
  if (context.has(value["mane"])) checkBoolean(value["mane"], context, "mane");
  if (context.has(value["prides"])) checkInteger(value["prides"], context, "prides");
  context.leave();
  return value as unknown as Lion;
}

export interface LionOwner {
  phone?: string;
}

/** Parses and writes {@link LionOwner}. */
export const LionOwner: Companion<LionOwner> = /* @__PURE__ */ companion(readLionOwner, readLionOwner);

/** Reads {@link LionOwner} from decoded JSON. */
export function readLionOwner(value: unknown, context: Context, key?: PathKey): LionOwner {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["phone"])) checkString(value["phone"], context, "phone");
  context.leave();
  return value as unknown as LionOwner;
}

const lionSchema = {
  allOf: [
    {
      allOf: [
        {
          allOf: [
            {
              type: "object",
              required: ["name"],
              properties: {
                name: { type: "string" },
                owner: { type: "object", properties: { phone: { type: "string" } } },
              },
            },
            { type: "object", required: ["meow"], properties: { meow: { type: "string" } } },
          ],
        },
        { properties: { mane: { type: "boolean" } } },
      ],
    },
  ],
  properties: { prides: { type: "integer" } },
  unevaluatedProperties: false,
};
