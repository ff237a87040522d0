import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

export interface Anything {
  name?: string;
  [k: string]: any;
}

/** Parses and writes {@link Anything}. */
export const Anything: Companion<Anything> = /* @__PURE__ */ companion(readAnything, readAnything);

/** Reads {@link Anything} from decoded JSON. */
export function readAnything(value: unknown, context: Context, key?: PathKey): Anything {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["name"])) checkString(value["name"], context, "name");
  context.leave();
  return value as unknown as Anything;
}
