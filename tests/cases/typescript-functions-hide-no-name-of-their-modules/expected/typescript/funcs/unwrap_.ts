import type { SwitchboardCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";

const operation: Operation = {
  id: "unwrap",
  method: "GET",
  path: "/unwrap",
  answers: [{ status: 204, decode: noContent }],
};

/** GET /unwrap */
export function unwrap_(client: SwitchboardCore, options?: RequestOptions): ResultPromise<void, CallError> {
  return call(client, operation, undefined, options);
}
