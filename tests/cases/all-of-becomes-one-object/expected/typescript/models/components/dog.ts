import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkBoolean, checkString, isObject } from "../../lib/validation.js";

/** An animal that barks. */
export interface Dog {
  /** What it is called. */
  name: string;
  /** @maximum 4 */
  legs: any;
  loud?: boolean;
}

/** Parses and writes {@link Dog}. */
export const Dog: Companion<Dog> = /* @__PURE__ */ companion(readDog, readDog);

/** Returns the `Dog` that `value`, decoded JSON, describes. */
export function readDog(value: unknown, context: Context, key?: PathKey): Dog {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["name"], context, "name");
  if (value["loud"] != null) checkBoolean(value["loud"], context, "loud");
  context.leave();
  return value as unknown as Dog;
}
