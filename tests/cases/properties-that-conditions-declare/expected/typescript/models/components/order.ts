import { type Companion, companion } from "../../lib/companion.js";
import { checkSchema } from "../../lib/json-schema.js";
import { type Context, type PathKey, checkBoolean, checkString, isObject } from "../../lib/validation.js";

export interface Order {
  card?: string;
  gift?: boolean;
  cvc?: any;
  greeting?: any;
}

/** Parses and writes {@link Order}. */
export const Order: Companion<Order> = /* @__PURE__ */ companion(readOrder, readOrder);

/** Reads {@link Order} from decoded JSON. */
export function readOrder(value: unknown, context: Context, key?: PathKey): Order {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  checkSchema(value, context, key, orderSchema, definitions);
  context.enter(key);
  if (context.has(value["card"])) checkString(value["card"], context, "card");
  if (context.has(value["gift"])) checkBoolean(value["gift"], context, "gift");
  context.leave();
  return value as unknown as Order;
}

const orderSchema = {
  allOf: [
    { $ref: "#/components/schemas/Payment" },
    { if: { required: ["gift"] }, then: { properties: { greeting: { type: "string" } } } },
    { properties: { gift: { type: "boolean" } } },
  ],
  unevaluatedProperties: false,
};

const definitions = {
  "#/components/schemas/Payment": {
    type: "object",
    properties: { card: { type: "string" } },
    dependentSchemas: { card: { properties: { cvc: { type: "string" } } } },
  },
};
