import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkEnum } from "../../lib/validation.js";

export type Mixed = 1 | "1" | true | 2.5;

/** Parses and writes {@link Mixed}. */
export const Mixed: Companion<Mixed> = /* @__PURE__ */ companion(readMixed, readMixed);

/** Reads {@link Mixed} from decoded JSON. */
export function readMixed(value: unknown, context: Context, key?: PathKey): Mixed {
  return checkEnum(value, context, key, mixedValues);
}

const mixedValues = [1, "1", true, 2.5] as const;
