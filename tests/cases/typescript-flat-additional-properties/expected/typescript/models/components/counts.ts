import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkInteger, isObject, mapAdditional } from "../../lib/validation.js";

export interface Counts {
  total: number;
  [k: string]: number;
}

/** Parses and writes {@link Counts}. */
export const Counts: Companion<Counts> = /* @__PURE__ */ companion(readCounts, readCounts);

/** Reads {@link Counts} from decoded JSON. */
export function readCounts(value: unknown, context: Context, key?: PathKey): Counts {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkInteger(value["total"], context, "total");
  mapAdditional(value, countsNames, context, checkInteger);
  context.leave();
  return value as unknown as Counts;
}

const countsNames = /* @__PURE__ */ new Set<string>(["total"]);
