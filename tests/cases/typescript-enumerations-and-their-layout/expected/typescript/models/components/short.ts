import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkEnum } from "../../lib/validation.js";

export type Short = "red" | "green";

/** Parses and writes {@link Short}. */
export const Short: Companion<Short> = /* @__PURE__ */ companion(readShort, readShort);

/** Reads {@link Short} from decoded JSON. */
export function readShort(value: unknown, context: Context, key?: PathKey): Short {
  return checkEnum(value, context, key, shortValues);
}

const shortValues = ["red", "green"] as const;
