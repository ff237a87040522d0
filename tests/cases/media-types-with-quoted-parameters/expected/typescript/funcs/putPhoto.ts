import type { PetsCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { rawBody } from "../lib/raw-body.js";
import type { CallError } from "../lib/result.js";

const operation: Operation = {
  id: "putPhoto",
  method: "PUT",
  path: "/photo",
  body: { type: "image/png; x=\"*/\"", encode: rawBody, required: true },
  answers: [{ status: 204, decode: noContent }],
};

/** PUT /photo */
export function putPhoto(
  client: PetsCore,
  request: Uint8Array,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
