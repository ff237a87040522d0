import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkEnum } from "../../lib/validation.js";

export type Level = 0 | 1 | -2;

/** Parses and writes {@link Level}. */
export const Level: Companion<Level> = /* @__PURE__ */ companion(readLevel, readLevel);

/** Reads {@link Level} from decoded JSON. */
export function readLevel(value: unknown, context: Context, key?: PathKey): Level {
  return checkEnum(value, context, key, levelValues);
}

const levelValues = [0, 1, -2] as const;
