import type { PetsCore } from "../core.js";
import { json, text } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { httpEnvelope } from "../lib/envelopes.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import { checkString, mapArray } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";

const operation: Operation = {
  id: "listNames",
  method: "GET",
  path: "/pets/names",
  accept: "application/json, application/xml;q=0.9",
  answers: [
    {
      status: 200,
      type: "application/json",
      decode: json,
      read: (value, context, key) => mapArray(value, context, key, checkString),
      wrap: httpEnvelope("httpMeta", { content: "strings" }),
    },
    { status: 200, type: "application/xml", decode: text, wrap: httpEnvelope("httpMeta", { content: "body" }) },
  ],
};

/** GET /pets/names */
export function listNames(
  client: PetsCore,
  options?: RequestOptions,
): ResultPromise<operations.ListNamesResponse, CallError> {
  return call(client, operation, undefined, options);
}
