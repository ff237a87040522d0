import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkInteger, checkString, isObject } from "../../lib/validation.js";

export interface Order {
  item: string;
  /** @default 1 */
  count?: number;
}

/** Parses and writes {@link Order}. */
export const Order: Companion<Order> = /* @__PURE__ */ companion(readOrder, readOrder);

/** Reads {@link Order} from decoded JSON. */
export function readOrder(value: unknown, context: Context, key?: PathKey): Order {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["item"], context, "item");
  if (context.has(value["count"])) checkInteger(value["count"], context, "count");
  context.leave();
  return value as unknown as Order;
}
