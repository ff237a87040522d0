import type { PetsCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { bodyChoice } from "../lib/body-choice.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { rawBody } from "../lib/raw-body.js";
import type { CallError } from "../lib/result.js";

const operation: Operation = {
  id: "putFile",
  method: "PUT",
  path: "/file",
  body: {
    type: "application/pdf",
    encode: bodyChoice,
    bodies: [
      { type: "application/pdf", encode: rawBody, required: true },
      { type: "text/*", fallback: "text/plain", encode: rawBody, required: true },
      { type: "*/*", encode: rawBody, required: true },
    ],
  },
  answers: [{ status: 204, decode: noContent }],
};

/** PUT /file */
export function putFile(
  client: PetsCore,
  request: Uint8Array,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
