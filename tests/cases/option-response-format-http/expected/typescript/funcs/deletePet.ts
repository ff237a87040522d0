import type { PetsCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { httpEnvelope } from "../lib/envelopes.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { path } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { checkString } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";

const operation: Operation = {
  id: "deletePet",
  method: "DELETE",
  path: "/pets/{id}",
  parameters: [{ name: "id", in: path, required: true, write: checkString }],
  answers: [{ status: 204, decode: noContent, wrap: httpEnvelope("httpMeta", {}) }],
};

/** DELETE /pets/{id} */
export function deletePet(
  client: PetsCore,
  request: operations.DeletePetRequest,
  options?: RequestOptions,
): ResultPromise<operations.DeletePetResponse, CallError> {
  return call(client, operation, request, options);
}
