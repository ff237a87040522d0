import type { AuxClientCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";

const operation: Operation = { id: "con", method: "GET", path: "/con", answers: [{ status: 204, decode: noContent }] };

/** GET /con */
export function con_(client: AuxClientCore, options?: RequestOptions): ResultPromise<void, CallError> {
  return call(client, operation, undefined, options);
}
