import type { ShelfCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { header, path, query } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { checkString, mapArray } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";
import { readKind } from "../models/components/kind.js";
import { readId, readXTrace } from "../models/operations/usualforms.js";

const operation: Operation = {
  id: "usualForms",
  method: "GET",
  path: "/plain/{id}",
  parameters: [
    { name: "id", in: path, required: true, write: readId },
    { name: "kind", in: query, write: readKind },
    { name: "tags", in: query, write: (value, context, key) => mapArray(value, context, key, checkString) },
    { name: "X-Trace", in: header, property: "xTrace", write: readXTrace },
  ],
  answers: [{ status: 204, decode: noContent }],
};

/** GET /plain/{id} */
export function usualForms(
  client: ShelfCore,
  request: operations.UsualFormsRequest,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
