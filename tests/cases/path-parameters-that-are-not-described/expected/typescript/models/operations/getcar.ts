import { type Companion, companion } from "../../lib/companion.js";
import {
  type Context,
  type PathKey,
  checkInteger,
  checkString,
  isObject,
  keepUndeclared,
} from "../../lib/validation.js";

export interface GetCarRequest {
  trainId: number;
  car: string;
}

/** Parses and writes {@link GetCarRequest}. */
export const GetCarRequest: Companion<GetCarRequest> = /* @__PURE__ */ companion(readGetCarRequest, writeGetCarRequest);

/** Reads {@link GetCarRequest} from decoded JSON. */
export function readGetCarRequest(value: unknown, context: Context, key?: PathKey): GetCarRequest {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: GetCarRequest = {
    trainId: checkInteger(value["train_id"], context, "train_id"),
    car: checkString(value["car"], context, "car"),
  };
  context.leave();
  return keepUndeclared(value, result, getCarRequestNames, context);
}

/** Writes {@link GetCarRequest} for JSON. */
export function writeGetCarRequest(value: GetCarRequest, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    train_id: checkInteger(value.trainId, context, "train_id"),
    car: checkString(value.car, context, "car"),
  };
  context.leave();
  return keepUndeclared(value, result, getCarRequestProperties, context);
}

const getCarRequestNames = /* @__PURE__ */ new Set<string>(["train_id", "car"]);

const getCarRequestProperties = /* @__PURE__ */ new Set<string>(["trainId", "car"]);
