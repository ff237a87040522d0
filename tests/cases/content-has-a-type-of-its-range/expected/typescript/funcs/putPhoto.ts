import type { PetsCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { query } from "../lib/parameters.js";
import { rawBody } from "../lib/raw-body.js";
import type { CallError } from "../lib/result.js";
import { checkString } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";

const operation: Operation = {
  id: "putPhoto",
  method: "PUT",
  path: "/photo",
  parameters: [{ name: "content_type", in: query, property: "contentType", write: checkString }],
  body: { type: "image/*", fallback: "image/png", encode: rawBody, property: "requestBody", required: true },
  answers: [{ status: 204, decode: noContent }],
};

/** PUT /photo */
export function putPhoto(
  client: PetsCore,
  request: operations.PutPhotoRequest,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
