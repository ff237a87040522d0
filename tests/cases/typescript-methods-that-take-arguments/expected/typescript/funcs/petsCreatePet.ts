import type { ZooCore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { query } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { checkBoolean } from "../lib/validation.js";
import type * as components from "../models/components/index.js";
import type * as operations from "../models/operations/index.js";
import { readPet } from "../models/components/pet.js";

const operation: Operation = {
  id: "createPet",
  method: "POST",
  path: "/pets",
  parameters: [{ name: "dry", in: query, write: checkBoolean }],
  body: { type: "application/json", encode: jsonBody, property: "requestBody", required: true, write: readPet },
  security: [["token"]],
  accept: "application/json",
  answers: [{ status: 201, type: "application/json", decode: json, read: readPet }],
};

/** POST /pets */
export function petsCreatePet(
  client: ZooCore,
  request: operations.CreatePetRequest,
  options?: RequestOptions,
): ResultPromise<components.Pet, CallError> {
  return call(client, operation, request, options);
}
