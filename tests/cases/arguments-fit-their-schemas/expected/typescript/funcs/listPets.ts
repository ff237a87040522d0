import type { PetsCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { checkIntegerIn, checkStringIn, mapArrayIn } from "../lib/constraints.js";
import { writeDate } from "../lib/dates.js";
import { isUUID } from "../lib/formats.js";
import { checkSchema } from "../lib/json-schema.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { path, query } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { checkInteger, checkString, mapArray } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";
import { readKind } from "../models/operations/listpets.js";

const petIdRules = { format: "uuid", hasFormat: isUUID };

const limitRules = { minimum: 1, maximum: 100 };

const evenSchema = { not: { multipleOf: 3 } };

const idsRules = { minimum: 1 };

const idsRules2 = { maxItems: 3 };

const slugRules = { minLength: 2 };

const operation: Operation = {
  id: "listPets",
  method: "GET",
  path: "/pets/{petId}",
  parameters: [
    {
      name: "petId",
      in: path,
      required: true,
      write: (value, context, key) => checkStringIn(value, context, key, petIdRules),
    },
    { name: "limit", in: query, write: (value, context, key) => checkIntegerIn(value, context, key, limitRules) },
    {
      name: "even",
      in: query,
      write: (value, context, key) => checkSchema(checkInteger(value, context, key), context, key, evenSchema),
    },
    {
      name: "ids",
      in: query,
      write: (value, context, key) =>
        mapArrayIn(value, context, key, (value, context, key) => checkIntegerIn(value, context, key, idsRules), idsRules2),
    },
    { name: "kind", in: query, write: readKind },
    { name: "slug", in: query, write: (value, context, key) => checkStringIn(value, context, key, slugRules) },
    { name: "since", in: query, write: writeDate },
    { name: "name", in: query, write: checkString },
    { name: "tags", in: query, write: (value, context, key) => mapArray(value, context, key, checkString) },
  ],
  answers: [{ status: 204, decode: noContent }],
};

/** GET /pets/{petId} */
export function listPets(
  client: PetsCore,
  request: operations.ListPetsRequest,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
