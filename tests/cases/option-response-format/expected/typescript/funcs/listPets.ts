import type { PetsCore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { factsEnvelope } from "../lib/envelopes.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import { mapArray } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";
import { readPet } from "../models/components/pet.js";
import { Problem, readProblemData } from "../models/errors/problem.js";

const operation: Operation = {
  id: "listPets",
  method: "GET",
  path: "/pets",
  accept: "application/json",
  answers: [
    {
      status: 200,
      type: "application/json",
      decode: json,
      read: (value, context, key) => mapArray(value, context, key, readPet),
      wrap: factsEnvelope(["contentType", "statusCode", "rawResponse"], { content: "pets", headers: "headers" }),
    },
    { status: 404, type: "application/json", decode: json, read: readProblemData, error: Problem },
  ],
};

/** GET /pets */
export function listPets(
  client: PetsCore,
  options?: RequestOptions,
): ResultPromise<operations.ListPetsResponse, Problem | CallError> {
  return call(client, operation, undefined, options);
}
