import type { VaultCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { query } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { checkString } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";

const operation: Operation = {
  id: "countKeys",
  method: "HEAD",
  path: "/keys",
  parameters: [{ name: "kind", in: query, write: checkString }],
  security: [["Root"]],
  answers: [{ status: 204, decode: noContent }],
};

/** HEAD /keys */
export function adminCountKeys(
  client: VaultCore,
  request: operations.CountKeysRequest | undefined = {},
  security: operations.CountKeysSecurity,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options, security);
}
