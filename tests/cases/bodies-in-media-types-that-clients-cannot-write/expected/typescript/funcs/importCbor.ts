import type { ImportCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { rawBody } from "../lib/raw-body.js";
import type { CallError } from "../lib/result.js";

const operation: Operation = {
  id: "importCbor",
  method: "POST",
  path: "/cbor",
  body: { type: "application/cbor", encode: rawBody, required: true },
  answers: [{ status: 204, decode: noContent }],
};

/** POST /cbor */
export function importCbor(
  client: ImportCore,
  request: Uint8Array,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
