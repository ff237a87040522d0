import type { ShelfCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { formBody } from "../lib/form-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { escapeForQuery, header, randomKey } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { formList } from "../lib/styles.js";
import { checkString, mapArray } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";

const operation: Operation = {
  id: "form",
  method: "PUT",
  path: "/bodies",
  parameters: [
    { name: "X-Idempotency-Key", in: header, property: "xIdempotencyKey", write: checkString, global: randomKey },
  ],
  body: {
    type: "application/x-www-form-urlencoded",
    encode: formBody,
    property: "requestBody",
    fields: [
      { name: "text", encode: escapeForQuery, write: checkString },
      { name: "marks", style: formList, write: (value, context, key) => mapArray(value, context, key, checkString) },
    ],
  },
  answers: [{ status: 204, decode: noContent }],
  idempotencyKey: "X-Idempotency-Key",
};

/** PUT /bodies */
export function form(
  client: ShelfCore,
  request: operations.FormRequest = {},
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
