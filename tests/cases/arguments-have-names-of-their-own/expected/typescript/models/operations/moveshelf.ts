import { type Companion, companion } from "../../lib/companion.js";
import {
  type Context,
  type PathKey,
  checkInteger,
  checkString,
  isObject,
  keepUndeclared,
} from "../../lib/validation.js";

export interface MoveShelfRequestBody {
  row: string;
  httpHeaders?: string;
}

/** Parses and writes {@link MoveShelfRequestBody}. */
export const MoveShelfRequestBody: Companion<MoveShelfRequestBody> = /* @__PURE__ */ companion(
  readMoveShelfRequestBody,
  writeMoveShelfRequestBody,
);

/** Reads {@link MoveShelfRequestBody} from decoded JSON. */
export function readMoveShelfRequestBody(value: unknown, context: Context, key?: PathKey): MoveShelfRequestBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: MoveShelfRequestBody = {
    row: checkString(value["row"], context, "row"),
  };
  if (context.has(value["http_headers"]))
    result.httpHeaders = checkString(value["http_headers"], context, "http_headers");
  context.leave();
  return keepUndeclared(value, result, moveShelfRequestBodyNames, context);
}

/** Writes {@link MoveShelfRequestBody} for JSON. */
export function writeMoveShelfRequestBody(value: MoveShelfRequestBody, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    row: checkString(value.row, context, "row"),
  };
  if (value.httpHeaders !== undefined) result["http_headers"] = checkString(value.httpHeaders, context, "http_headers");
  context.leave();
  return keepUndeclared(value, result, moveShelfRequestBodyProperties, context);
}

export interface MoveShelfRequest {
  row: string;
  row2: number;
  row3?: string;
  retries: number;
  serverUrl?: string;
  self?: string;
  options?: string;
  requestBody: MoveShelfRequestBody;
}

/** Parses and writes {@link MoveShelfRequest}. */
export const MoveShelfRequest: Companion<MoveShelfRequest> = /* @__PURE__ */ companion(
  readMoveShelfRequest,
  writeMoveShelfRequest,
);

/** Reads {@link MoveShelfRequest} from decoded JSON. */
export function readMoveShelfRequest(value: unknown, context: Context, key?: PathKey): MoveShelfRequest {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: MoveShelfRequest = {
    row: checkString(value["row"], context, "row"),
    row2: checkInteger(value["row_2"], context, "row_2"),
    retries: checkInteger(value["retries"], context, "retries"),
    requestBody: readMoveShelfRequestBody(value["requestBody"], context, "requestBody"),
  };
  if (context.has(value["row_3"])) result.row3 = checkString(value["row_3"], context, "row_3");
  if (context.has(value["server_url"])) result.serverUrl = checkString(value["server_url"], context, "server_url");
  if (context.has(value["self"])) result.self = checkString(value["self"], context, "self");
  if (context.has(value["options"])) result.options = checkString(value["options"], context, "options");
  context.leave();
  return keepUndeclared(value, result, moveShelfRequestNames, context);
}

/** Writes {@link MoveShelfRequest} for JSON. */
export function writeMoveShelfRequest(value: MoveShelfRequest, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    row: checkString(value.row, context, "row"),
    row_2: checkInteger(value.row2, context, "row_2"),
    retries: checkInteger(value.retries, context, "retries"),
    requestBody: writeMoveShelfRequestBody(value.requestBody, context, "requestBody"),
  };
  if (value.row3 !== undefined) result["row_3"] = checkString(value.row3, context, "row_3");
  if (value.serverUrl !== undefined) result["server_url"] = checkString(value.serverUrl, context, "server_url");
  if (value.self !== undefined) result["self"] = checkString(value.self, context, "self");
  if (value.options !== undefined) result["options"] = checkString(value.options, context, "options");
  context.leave();
  return keepUndeclared(value, result, moveShelfRequestProperties, context);
}

const moveShelfRequestBodyNames = /* @__PURE__ */ new Set<string>(["row", "http_headers"]);

const moveShelfRequestBodyProperties = /* @__PURE__ */ new Set<string>(["row", "httpHeaders"]);

const moveShelfRequestNames = /* @__PURE__ */ new Set<string>([
  "row",
  "row_2",
  "row_3",
  "retries",
  "server_url",
  "self",
  "options",
  "requestBody",
]);

const moveShelfRequestProperties = /* @__PURE__ */ new Set<string>([
  "row",
  "row2",
  "row3",
  "retries",
  "serverUrl",
  "self",
  "options",
  "requestBody",
]);
