import type { LedgersCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { stringifyLossless } from "../lib/bigint.js";
import { call } from "../lib/call.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as components from "../models/components/index.js";
import { writeEntry } from "../models/components/entry.js";

const operation: Operation = {
  id: "addEntry",
  method: "POST",
  path: "/entries",
  body: { type: "application/json", encode: jsonBody, required: true, stringify: stringifyLossless, write: writeEntry },
  answers: [{ status: 204, decode: noContent }],
};

/** POST /entries */
export function addEntry(
  client: LedgersCore,
  request: components.Entry,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
