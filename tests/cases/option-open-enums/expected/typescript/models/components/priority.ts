import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkEnum } from "../../lib/validation.js";

/** Travels both ways. */
export type Priority = "low" | "high";

/** Parses and writes {@link Priority}. */
export const Priority: Companion<Priority> = /* @__PURE__ */ companion(readPriority, readPriority);

/** Reads {@link Priority} from decoded JSON. */
export function readPriority(value: unknown, context: Context, key?: PathKey): Priority {
  return checkEnum(value, context, key, priorityValues);
}

const priorityValues = ["low", "high"] as const;
