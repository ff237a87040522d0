import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkEnum } from "../../lib/validation.js";

export type Told =
  /** The first. */
  | "a"
  /** The last *\/ of all. */
  | "b";

/** Parses and writes {@link Told}. */
export const Told: Companion<Told> = /* @__PURE__ */ companion(readTold, readTold);

/** Reads {@link Told} from decoded JSON. */
export function readTold(value: unknown, context: Context, key?: PathKey): Told {
  return checkEnum(value, context, key, toldValues);
}

const toldValues = ["a", "b"] as const;
