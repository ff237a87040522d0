import type { PetsCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { checkIntegerIn } from "../lib/constraints.js";
import { jsonBody } from "../lib/json-body.js";
import { checkSchema } from "../lib/json-schema.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";

const bodyRules = { minimum: 1 };

const bodySchema = { not: { $ref: "#/components/schemas/Odd" } };

const definitions = { "#/components/schemas/Odd": { enum: [1, 3] } };

const operation: Operation = {
  id: "count",
  method: "POST",
  path: "/counts",
  body: {
    type: "application/json",
    encode: jsonBody,
    required: true,
    write: (value, context, key) =>
      checkSchema(checkIntegerIn(value, context, key, bodyRules), context, key, bodySchema, definitions),
  },
  answers: [{ status: 204, decode: noContent }],
};

/** POST /counts */
export function count(client: PetsCore, request: number, options?: RequestOptions): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
