import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

export interface Thing {
  tag?: string;
}

/** Parses and writes {@link Thing}. */
export const Thing: Companion<Thing> = /* @__PURE__ */ companion(readThing, readThing);

/** Reads {@link Thing} from decoded JSON. */
export function readThing(value: unknown, context: Context, key?: PathKey): Thing {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["tag"])) checkString(value["tag"], context, "tag");
  context.leave();
  return value as unknown as Thing;
}
