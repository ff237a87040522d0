import type { ShapesCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { query } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { checkConstant } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";
import { writeAddShapeRequestBody } from "../models/operations/addshape.js";

const operation: Operation = {
  id: "addShape",
  method: "POST",
  path: "/shapes",
  parameters: [
    {
      name: "version",
      in: query,
      required: true,
      write: (value, context, key) => checkConstant(value, context, key, 2),
      global: () => 2,
    },
  ],
  body: {
    type: "application/json",
    encode: jsonBody,
    property: "requestBody",
    required: true,
    write: writeAddShapeRequestBody,
  },
  answers: [{ status: 204, decode: noContent }],
};

/** POST /shapes */
export function addShape(
  client: ShapesCore,
  request: operations.AddShapeRequest,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
