import type { ImportCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { rawBody } from "../lib/raw-body.js";
import type { CallError } from "../lib/result.js";

const operation: Operation = {
  id: "importCsv",
  method: "POST",
  path: "/csv",
  body: { type: "text/csv", encode: rawBody, required: true },
  answers: [{ status: 204, decode: noContent }],
};

/** POST /csv */
export function importCsv(
  client: ImportCore,
  request: string,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
