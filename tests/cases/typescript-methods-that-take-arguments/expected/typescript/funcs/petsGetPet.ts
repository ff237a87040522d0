import type { ZooCore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { path, query } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { checkBoolean, checkString, mapArray } from "../lib/validation.js";
import type * as components from "../models/components/index.js";
import { readPet } from "../models/components/pet.js";

const operation: Operation = {
  id: "getPet",
  method: "GET",
  path: "/pets/{id}",
  parameters: [
    { name: "id", in: path, required: true, write: checkString },
    { name: "verbose", in: query, write: checkBoolean },
    { name: "fields", in: query, write: (value, context, key) => mapArray(value, context, key, checkString) },
  ],
  security: [["token"]],
  accept: "application/json",
  answers: [{ status: 200, type: "application/json", decode: json, read: readPet }],
};

/** GET /pets/{id} */
export function petsGetPet(
  client: ZooCore,
  id: string,
  verbose?: boolean,
  fields?: string[],
  options?: RequestOptions,
): ResultPromise<components.Pet, CallError> {
  return call(client, operation, { id, verbose, fields }, options);
}
