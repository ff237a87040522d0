import type { ZooCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { path, query } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { checkString } from "../lib/validation.js";
import type * as components from "../models/components/index.js";
import type * as operations from "../models/operations/index.js";
import { readPet } from "../models/components/pet.js";
import { readClass } from "../models/operations/putpet.js";

const operation: Operation = {
  id: "putPet",
  method: "PUT",
  path: "/pets/{id}",
  parameters: [
    { name: "id", in: path, required: true, write: checkString },
    { name: "class", in: query, required: true, write: readClass },
  ],
  body: { type: "application/json", encode: jsonBody, property: "requestBody", required: true, write: readPet },
  security: [["token"]],
  answers: [{ status: 204, decode: noContent }],
};

/** PUT /pets/{id} */
export function petsPutPet(
  client: ZooCore,
  id: string,
  class_: operations.Class,
  requestBody: components.Pet,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, { id, class: class_, requestBody }, options);
}
