import type { ZooCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { path, query } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { checkString } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";
import { readPet } from "../models/components/pet.js";

const operation: Operation = {
  id: "patchPet",
  method: "PATCH",
  path: "/pets/{id}",
  parameters: [
    { name: "id", in: path, required: true, write: checkString },
    { name: "a", in: query, write: checkString },
    { name: "b", in: query, write: checkString },
  ],
  body: { type: "application/json", encode: jsonBody, property: "requestBody", write: readPet },
  security: [["token"]],
  answers: [{ status: 204, decode: noContent }],
};

/** PATCH /pets/{id} */
export function petsPatchPet(
  client: ZooCore,
  request: operations.PatchPetRequest,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
