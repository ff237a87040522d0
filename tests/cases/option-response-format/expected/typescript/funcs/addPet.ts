import type { PetsCore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { factsEnvelope } from "../lib/envelopes.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as components from "../models/components/index.js";
import type * as operations from "../models/operations/index.js";
import { readPet } from "../models/components/pet.js";
import { readAddPetResponseBody } from "../models/operations/addpet.js";

const operation: Operation = {
  id: "addPet",
  method: "POST",
  path: "/pets",
  body: { type: "application/json", encode: jsonBody, write: readPet },
  accept: "application/json",
  answers: [
    {
      status: 200,
      type: "application/json",
      decode: json,
      read: readPet,
      wrap: factsEnvelope(["contentType", "statusCode", "rawResponse"], { content: "pet" }),
    },
    {
      status: 202,
      type: "application/json",
      decode: json,
      read: readAddPetResponseBody,
      wrap: factsEnvelope(["contentType", "statusCode", "rawResponse"], { content: "object" }),
    },
  ],
};

/** POST /pets */
export function addPet(
  client: PetsCore,
  request?: components.Pet,
  options?: RequestOptions,
): ResultPromise<operations.AddPetResponse, CallError> {
  return call(client, operation, request, options);
}
