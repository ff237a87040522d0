import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkEnum } from "../../lib/validation.js";

export type Thing =
  /** The first. */
  | 1
  /** The second. */
  | 2;

/** Parses and writes {@link Thing}. */
export const Thing: Companion<Thing> = /* @__PURE__ */ companion(readThing, readThing);

/** Reads {@link Thing} from decoded JSON. */
export function readThing(value: unknown, context: Context, key?: PathKey): Thing {
  return checkEnum(value, context, key, thingValues);
}

const thingValues = [1, 2] as const;
