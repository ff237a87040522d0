import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkEnum } from "../../lib/validation.js";

/** Travels in requests alone. */
export type Speed = "slow" | "fast";

/** Parses and writes {@link Speed}. */
export const Speed: Companion<Speed> = /* @__PURE__ */ companion(readSpeed, readSpeed);

/** Reads {@link Speed} from decoded JSON. */
export function readSpeed(value: unknown, context: Context, key?: PathKey): Speed {
  return checkEnum(value, context, key, speedValues);
}

const speedValues = ["slow", "fast"] as const;
