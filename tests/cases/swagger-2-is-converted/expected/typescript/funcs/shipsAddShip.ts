import type { HarbourCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { query } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { checkInteger } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";
import { readShipUnion } from "../models/components/shipunion.js";

const operation: Operation = {
  id: "addShip",
  method: "POST",
  path: "/ships",
  parameters: [{ name: "limit", in: query, write: checkInteger }],
  body: { type: "application/json", encode: jsonBody, property: "requestBody", required: true, write: readShipUnion },
  security: [["key"]],
  answers: [{ status: 201, decode: noContent }],
};

/** POST /ships */
export function shipsAddShip(
  client: HarbourCore,
  request: operations.AddShipRequest,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
