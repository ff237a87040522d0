import { type Companion, companion } from "../../lib/companion.js";
import { checkSchema } from "../../lib/json-schema.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

export interface Payment {
  card?: string;
  cvc?: any;
}

/** Parses and writes {@link Payment}. */
export const Payment: Companion<Payment> = /* @__PURE__ */ companion(readPayment, readPayment);

/** Reads {@link Payment} from decoded JSON. */
export function readPayment(value: unknown, context: Context, key?: PathKey): Payment {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  checkSchema(value, context, key, paymentSchema);
  context.enter(key);
  if (context.has(value["card"])) checkString(value["card"], context, "card");
  context.leave();
  return value as unknown as Payment;
}

const paymentSchema = { dependentSchemas: { card: { properties: { cvc: { type: "string" } } } } };
