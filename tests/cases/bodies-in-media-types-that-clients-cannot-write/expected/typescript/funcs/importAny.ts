import type { ImportCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as components from "../models/components/index.js";
import { readEventUnion } from "../models/components/eventunion.js";

const operation: Operation = {
  id: "importAny",
  method: "POST",
  path: "/any",
  body: { type: "application/json", encode: jsonBody, required: true, write: readEventUnion },
  answers: [{ status: 204, decode: noContent }],
};

/** A body in any media type is sent as JSON where all of its types are objects. */
export function importAny(
  client: ImportCore,
  request: components.EventUnion,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
