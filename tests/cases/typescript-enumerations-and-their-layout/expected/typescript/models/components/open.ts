import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, type Unrecognized, checkString } from "../../lib/validation.js";

export type Open = "on" | "off" | Unrecognized<string>;

/** Parses and writes {@link Open}. */
export const Open: Companion<Open> = /* @__PURE__ */ companion(readOpen, readOpen);

/** Reads {@link Open} from decoded JSON. */
export function readOpen(value: unknown, context: Context, key?: PathKey): Open {
  return checkString(value, context, key);
}
