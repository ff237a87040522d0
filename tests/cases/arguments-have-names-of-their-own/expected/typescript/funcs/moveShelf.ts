import type { DepotCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { header, path, query } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { checkInteger, checkString } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";
import { writeMoveShelfRequestBody } from "../models/operations/moveshelf.js";

const operation: Operation = {
  id: "moveShelf",
  method: "PUT",
  path: "/shelves/{row}",
  parameters: [
    { name: "row", in: path, required: true, write: checkString },
    { name: "row", in: query, property: "row2", required: true, write: checkInteger },
    { name: "row", in: header, property: "row3", write: checkString },
    { name: "retries", in: query, required: true, write: checkInteger },
    { name: "server_url", in: query, property: "serverUrl", write: checkString },
    { name: "self", in: query, write: checkString },
    { name: "options", in: query, write: checkString },
  ],
  body: {
    type: "application/json",
    encode: jsonBody,
    property: "requestBody",
    required: true,
    write: writeMoveShelfRequestBody,
  },
  answers: [{ status: 204, decode: noContent }],
};

/** PUT /shelves/{row} */
export function moveShelf(
  client: DepotCore,
  request: operations.MoveShelfRequest,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
