import type { VaultCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { path } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { checkString } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";

const operation: Operation = {
  id: "dropKey",
  method: "DELETE",
  path: "/keys/{id}",
  parameters: [{ name: "id", in: path, required: true, write: checkString }],
  security: [["Login", "Key"]],
  answers: [{ status: 204, decode: noContent }],
};

/** DELETE /keys/{id} */
export function adminDropKey(
  client: VaultCore,
  request: operations.DropKeyRequest,
  security: operations.DropKeySecurity,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options, security);
}
