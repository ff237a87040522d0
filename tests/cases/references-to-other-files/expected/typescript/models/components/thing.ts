import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, isObject } from "../../lib/validation.js";
import { type Part, readPart } from "./part.js";

export interface Thing {
  part: Part;
}

/** Parses and writes {@link Thing}. */
export const Thing: Companion<Thing> = /* @__PURE__ */ companion(readThing, readThing);

/** Reads {@link Thing} from decoded JSON. */
export function readThing(value: unknown, context: Context, key?: PathKey): Thing {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  readPart(value["part"], context, "part");
  context.leave();
  return value as unknown as Thing;
}
