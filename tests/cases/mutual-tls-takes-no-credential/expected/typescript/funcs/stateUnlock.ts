import type { VaultCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as operations from "../models/operations/index.js";

const operation: Operation = {
  id: "unlock",
  method: "POST",
  path: "/unlock",
  security: [["code"]],
  answers: [{ status: 204, decode: noContent }],
};

/** Needs the certificate and a code that the client does not have. */
export function stateUnlock(
  client: VaultCore,
  security: operations.UnlockSecurity,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, undefined, options, security);
}
