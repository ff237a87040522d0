import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkEnum } from "../../lib/validation.js";

export type Long = "anemone-blue" | "buttercup-yellow" | "cornflower-blue" | "dahlia-red" | "edelweiss-white";

/** Parses and writes {@link Long}. */
export const Long: Companion<Long> = /* @__PURE__ */ companion(readLong, readLong);

/** Reads {@link Long} from decoded JSON. */
export function readLong(value: unknown, context: Context, key?: PathKey): Long {
  return checkEnum(value, context, key, longValues);
}

const longValues = ["anemone-blue", "buttercup-yellow", "cornflower-blue", "dahlia-red", "edelweiss-white"] as const;
