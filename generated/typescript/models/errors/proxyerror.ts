import { type Companion, companion } from "../../lib/companion.js";
import { readDate, writeDate } from "../../lib/dates.js";
import { ResponseError } from "../../lib/errors.js";
import { type Context, type PathKey, checkString, isObject, keepUndeclared, mapArray } from "../../lib/validation.js";

/** What went wrong. */
export interface ProxyErrorData {
  /** The HTTP status code. */
  code?: string;
  /** What went wrong, in a sentence. */
  message: string;
  /**
   * When it went wrong.
   *
   * @format date-time
   */
  timestamp?: Date;
  /** What is wrong with the request, place by place. */
  details?: Details[];
}

/** Parses and writes {@link ProxyErrorData}. */
export const ProxyErrorData: Companion<ProxyErrorData> = /* @__PURE__ */ companion(
  readProxyErrorData,
  writeProxyErrorData,
);

/** What went wrong. */
export class ProxyError extends ResponseError<ProxyErrorData> {
  static override readonly brand: string = "@orq-ai/node:ProxyError";
  /** The HTTP status code. */
  declare readonly code?: string;
  /**
   * When it went wrong.
   *
   * @format date-time
   */
  declare readonly timestamp?: Date;
  /** What is wrong with the request, place by place. */
  declare readonly details?: Details[];
}

/** Reads {@link ProxyErrorData} from decoded JSON. */
export function readProxyErrorData(value: unknown, context: Context, key?: PathKey): ProxyErrorData {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: ProxyErrorData = {
    message: checkString(value["message"], context, "message"),
  };
  if (context.has(value["code"])) result.code = checkString(value["code"], context, "code");
  if (context.has(value["timestamp"])) result.timestamp = readDate(value["timestamp"], context, "timestamp");
  if (context.has(value["details"])) result.details = mapArray(value["details"], context, "details", readDetails);
  context.leave();
  return keepUndeclared(value, result, proxyErrorDataNames, context);
}

/** Writes {@link ProxyErrorData} for JSON. */
export function writeProxyErrorData(value: ProxyErrorData, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    message: checkString(value.message, context, "message"),
  };
  if (value.code !== undefined) result["code"] = checkString(value.code, context, "code");
  if (value.timestamp !== undefined) result["timestamp"] = writeDate(value.timestamp, context, "timestamp");
  if (value.details !== undefined) result["details"] = mapArray(value.details, context, "details", readDetails);
  context.leave();
  return keepUndeclared(value, result, proxyErrorDataNames, context);
}

export interface Details {
  /** The path of the field. */
  field: string;
  /** What the field violates. */
  reason: string;
  /** What was sent. */
  value?: any;
}

/** Parses and writes {@link Details}. */
export const Details: Companion<Details> = /* @__PURE__ */ companion(readDetails, readDetails);

/** Reads {@link Details} from decoded JSON. */
export function readDetails(value: unknown, context: Context, key?: PathKey): Details {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["field"], context, "field");
  checkString(value["reason"], context, "reason");
  context.leave();
  return value as unknown as Details;
}

const proxyErrorDataNames = /* @__PURE__ */ new Set<string>(["code", "message", "timestamp", "details"]);
