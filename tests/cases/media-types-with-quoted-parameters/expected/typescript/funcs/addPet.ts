import type { PetsCore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as components from "../models/components/index.js";
import { readPet } from "../models/components/pet.js";
import { AddPetResponseBody, readAddPetResponseBodyData } from "../models/errors/addpet.js";

const operation: Operation = {
  id: "addPet",
  method: "POST",
  path: "/pets",
  body: { type: "application/json; x=\"*/\"", encode: jsonBody, required: true, write: readPet },
  accept: "application/json, application/problem+json;q=0.9",
  answers: [
    { status: 200, type: "application/json", decode: json, read: readPet },
    {
      status: 400,
      type: "application/problem+json",
      decode: json,
      read: readAddPetResponseBodyData,
      error: AddPetResponseBody,
    },
  ],
};

/** POST /pets */
export function addPet(
  client: PetsCore,
  request: components.Pet,
  options?: RequestOptions,
): ResultPromise<components.Pet, AddPetResponseBody | CallError> {
  return call(client, operation, request, options);
}
