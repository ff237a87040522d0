import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkConstant, checkInteger, isObject } from "../../lib/validation.js";

export interface Cat {
  kind: "feline";
  /** @default 9 */
  lives?: number;
}

/** Parses and writes {@link Cat}. */
export const Cat: Companion<Cat> = /* @__PURE__ */ companion(readCat, readCat);

/** Reads {@link Cat} from decoded JSON. */
export function readCat(value: unknown, context: Context, key?: PathKey): Cat {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkConstant(value["kind"], context, "kind", "feline");
  if (context.has(value["lives"])) checkInteger(value["lives"], context, "lives");
  context.leave();
  return value as unknown as Cat;
}
