import { parseLossless, readBigInt, writeBigInt } from "../../lib/bigint.js";
import { type Companion, companion } from "../../lib/companion.js";
import { checkBounds, checkMultiple } from "../../lib/constraints.js";
import { type Context, type PathKey, checkInteger, isObject, keepUndeclared, mapArray } from "../../lib/validation.js";

export interface Entry {
  /**
   * @format int64
   * @minimum 0
   * @multipleOf 5
   */
  amount: bigint;
  before?: bigint[];
  count: number;
}

/** Parses and writes {@link Entry}. */
export const Entry: Companion<Entry> = /* @__PURE__ */ companion(readEntry, writeEntry, parseLossless);

/** Reads {@link Entry} from decoded JSON. */
export function readEntry(value: unknown, context: Context, key?: PathKey): Entry {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: Entry = {
    amount: checkMultiple(
      checkBounds(readBigInt(value["amount"], context, "amount"), context, "amount", entryAmountRules),
      context,
      "amount",
      5,
    ),
    count: checkInteger(value["count"], context, "count"),
  };
  if (context.has(value["before"])) result.before = mapArray(value["before"], context, "before", readBigInt);
  context.leave();
  return keepUndeclared(value, result, entryNames, context);
}

/** Writes {@link Entry} for JSON. */
export function writeEntry(value: Entry, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    amount: checkMultiple(
      checkBounds(writeBigInt(value.amount, context, "amount"), context, "amount", entryAmountRules),
      context,
      "amount",
      5,
    ),
    count: checkInteger(value.count, context, "count"),
  };
  if (value.before !== undefined) result["before"] = mapArray(value.before, context, "before", writeBigInt);
  context.leave();
  return keepUndeclared(value, result, entryNames, context);
}

const entryAmountRules = { minimum: 0 };

const entryNames = /* @__PURE__ */ new Set<string>(["amount", "before", "count"]);
