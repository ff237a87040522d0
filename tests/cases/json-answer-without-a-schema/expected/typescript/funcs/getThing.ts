import type { PetsCore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";

const operation: Operation = {
  id: "getThing",
  method: "GET",
  path: "/thing",
  accept: "application/json",
  answers: [{ status: 200, type: "application/json", decode: json }],
};

/** GET /thing */
export function getThing(client: PetsCore, options?: RequestOptions): ResultPromise<void, CallError> {
  return call(client, operation, undefined, options);
}
