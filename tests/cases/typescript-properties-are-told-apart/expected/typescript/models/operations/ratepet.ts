import { type Companion, companion } from "../../lib/companion.js";
import {
  type Context,
  type PathKey,
  checkBoolean,
  checkInteger,
  checkString,
  isObject,
  keepUndeclared,
  ownProperty,
} from "../../lib/validation.js";

export interface RatePetRequestBody {
  "+1": number;
  "-1": number;
  id: string;
  birth_date: string;
  birthDate: string;
  "1stChoice": boolean;
  $: string;
  proto: string;
}

/** Parses and writes {@link RatePetRequestBody}. */
export const RatePetRequestBody: Companion<RatePetRequestBody> = /* @__PURE__ */ companion(
  readRatePetRequestBody,
  writeRatePetRequestBody,
);

/** Reads {@link RatePetRequestBody} from decoded JSON. */
export function readRatePetRequestBody(value: unknown, context: Context, key?: PathKey): RatePetRequestBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: RatePetRequestBody = {
    "+1": checkInteger(value["+1"], context, "+1"),
    "-1": checkInteger(value["-1"], context, "-1"),
    id: checkString(value["ID"], context, "ID"),
    birth_date: checkString(value["birth_date"], context, "birth_date"),
    birthDate: checkString(value["birthDate"], context, "birthDate"),
    "1stChoice": checkBoolean(value["1st-choice"], context, "1st-choice"),
    $: checkString(value["$"], context, "$"),
    proto: checkString(ownProperty(value, "__proto__"), context, "__proto__"),
  };
  context.leave();
  return keepUndeclared(value, result, ratePetRequestBodyNames, context);
}

/** Writes {@link RatePetRequestBody} for JSON. */
export function writeRatePetRequestBody(value: RatePetRequestBody, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    "+1": checkInteger(value["+1"], context, "+1"),
    "-1": checkInteger(value["-1"], context, "-1"),
    ID: checkString(value.id, context, "ID"),
    birth_date: checkString(value.birth_date, context, "birth_date"),
    birthDate: checkString(value.birthDate, context, "birthDate"),
    "1st-choice": checkBoolean(value["1stChoice"], context, "1st-choice"),
    $: checkString(value.$, context, "$"),
    ["__proto__"]: checkString(value.proto, context, "__proto__"),
  };
  context.leave();
  return keepUndeclared(value, result, ratePetRequestBodyProperties, context);
}

export interface RatePetRequest {
  id: string;
  id2: number;
  requestBody: RatePetRequestBody;
}

/** Parses and writes {@link RatePetRequest}. */
export const RatePetRequest: Companion<RatePetRequest> = /* @__PURE__ */ companion(
  readRatePetRequest,
  writeRatePetRequest,
);

/** Reads {@link RatePetRequest} from decoded JSON. */
export function readRatePetRequest(value: unknown, context: Context, key?: PathKey): RatePetRequest {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: RatePetRequest = {
    id: checkString(value["id"], context, "id"),
    id2: checkInteger(value["id_2"], context, "id_2"),
    requestBody: readRatePetRequestBody(value["requestBody"], context, "requestBody"),
  };
  context.leave();
  return keepUndeclared(value, result, ratePetRequestNames, context);
}

/** Writes {@link RatePetRequest} for JSON. */
export function writeRatePetRequest(value: RatePetRequest, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    id: checkString(value.id, context, "id"),
    id_2: checkInteger(value.id2, context, "id_2"),
    requestBody: writeRatePetRequestBody(value.requestBody, context, "requestBody"),
  };
  context.leave();
  return keepUndeclared(value, result, ratePetRequestProperties, context);
}

const ratePetRequestBodyNames = /* @__PURE__ */ new Set<string>([
  "+1",
  "-1",
  "ID",
  "birth_date",
  "birthDate",
  "1st-choice",
  "$",
  "__proto__",
]);

const ratePetRequestBodyProperties = /* @__PURE__ */ new Set<string>([
  "+1",
  "-1",
  "id",
  "birth_date",
  "birthDate",
  "1stChoice",
  "$",
  "proto",
]);

const ratePetRequestNames = /* @__PURE__ */ new Set<string>(["id", "id_2", "requestBody"]);

const ratePetRequestProperties = /* @__PURE__ */ new Set<string>(["id", "id2", "requestBody"]);
