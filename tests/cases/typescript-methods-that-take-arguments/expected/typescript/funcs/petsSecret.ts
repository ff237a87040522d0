import type { ZooCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { path, query } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { checkString } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";

const operation: Operation = {
  id: "secret",
  method: "GET",
  path: "/secret/{id}",
  parameters: [
    { name: "id", in: path, required: true, write: checkString },
    { name: "options", in: query, write: checkString },
  ],
  security: [["key"]],
  answers: [{ status: 204, decode: noContent }],
};

/** GET /secret/{id} */
export function petsSecret(
  client: ZooCore,
  id: string,
  options_: string | undefined,
  security: operations.SecretSecurity,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, { id, options: options_ }, options, security);
}
