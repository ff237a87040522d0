import type { VaultCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as operations from "../models/operations/index.js";

const operation: Operation = {
  id: "me",
  method: "GET",
  path: "/me",
  security: [["login"], []],
  answers: [{ status: 204, decode: noContent }],
};

/** GET /me */
export function accountMe(
  client: VaultCore,
  security?: operations.MeSecurity,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, undefined, options, security);
}
