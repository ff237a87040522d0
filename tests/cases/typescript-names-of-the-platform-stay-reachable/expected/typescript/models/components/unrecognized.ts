import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, type Unrecognized as Unrecognized_, checkString } from "../../lib/validation.js";

export type Unrecognized = "a" | "b" | Unrecognized_<string>;

/** Parses and writes {@link Unrecognized}. */
export const Unrecognized: Companion<Unrecognized> = /* @__PURE__ */ companion(readUnrecognized, readUnrecognized);

/** Reads {@link Unrecognized} from decoded JSON. */
export function readUnrecognized(value: unknown, context: Context, key?: PathKey): Unrecognized {
  return checkString(value, context, key);
}
