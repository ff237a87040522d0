import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

export interface Owner {
  name?: string;
}

/** Parses and writes {@link Owner}. */
export const Owner: Companion<Owner> = /* @__PURE__ */ companion(readOwner, readOwner);

/** Reads {@link Owner} from decoded JSON. */
export function readOwner(value: unknown, context: Context, key?: PathKey): Owner {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["name"])) checkString(value["name"], context, "name");
  context.leave();
  return value as unknown as Owner;
}
