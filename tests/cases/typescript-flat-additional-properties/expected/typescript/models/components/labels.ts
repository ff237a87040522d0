import { type Companion, companion } from "../../lib/companion.js";
import { readDate, writeDate } from "../../lib/dates.js";
import {
  type Context,
  type PathKey,
  checkInteger,
  checkString,
  isObject,
  mapAdditional,
} from "../../lib/validation.js";

export interface Labels {
  owner: string;
  /** @format date-time */
  createdAt?: Date;
  [k: string]: number | string | Date | undefined;
}

/** Parses and writes {@link Labels}. */
export const Labels: Companion<Labels> = /* @__PURE__ */ companion(readLabels, writeLabels);

/** Reads {@link Labels} from decoded JSON. */
export function readLabels(value: unknown, context: Context, key?: PathKey): Labels {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: Labels = {
    owner: checkString(value["owner"], context, "owner"),
  };
  if (context.has(value["created_at"])) result.createdAt = readDate(value["created_at"], context, "created_at");
  const additional = mapAdditional(value, labelsNames, context, checkInteger);
  context.leave();
  return { ...additional, ...result };
}

/** Writes {@link Labels} for JSON. */
export function writeLabels(value: Labels, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    owner: checkString(value.owner, context, "owner"),
  };
  if (value.createdAt !== undefined) result["created_at"] = writeDate(value.createdAt, context, "created_at");
  const additional = mapAdditional(value, labelsProperties, context, checkInteger);
  context.leave();
  return { ...additional, ...result };
}

const labelsNames = /* @__PURE__ */ new Set<string>(["owner", "created_at"]);

const labelsProperties = /* @__PURE__ */ new Set<string>(["owner", "createdAt"]);
