import type { SwitchboardCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";

const operation: Operation = {
  id: "options",
  method: "GET",
  path: "/options",
  answers: [{ status: 204, decode: noContent }],
};

/** GET /options */
export function options_(client: SwitchboardCore, options?: RequestOptions): ResultPromise<void, CallError> {
  return call(client, operation, undefined, options);
}
