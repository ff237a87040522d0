import type { StableCore } from "../core.js";
import { stream } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type { ReadableStream } from "../lib/web.js";

const operation: Operation = {
  id: "picture",
  method: "GET",
  path: "/picture",
  accept: "*/*",
  answers: [{ status: 200, type: "*/*", decode: stream }],
};

/** GET /picture */
export function picture(
  client: StableCore,
  options?: RequestOptions,
): ResultPromise<ReadableStream<Uint8Array>, CallError> {
  return call(client, operation, undefined, options);
}
