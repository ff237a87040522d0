import type { HarbourCore } from "../core.js";
import { json, withHeaders } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { query } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { formList } from "../lib/styles.js";
import { checkInteger, checkString, mapArray } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";
import { readShipUnion } from "../models/components/shipunion.js";
import { ErrorT, readErrorTData } from "../models/errors/errort.js";

const operation: Operation = {
  id: "listShips",
  method: "GET",
  path: "/ships",
  parameters: [
    { name: "limit", in: query, write: checkInteger },
    { name: "kinds", in: query, write: (value, context, key) => mapArray(value, context, key, checkString) },
    {
      name: "ids",
      in: query,
      style: formList,
      write: (value, context, key) => mapArray(value, context, key, checkInteger),
    },
    {
      name: "flags",
      in: query,
      style: formList,
      write: (value, context, key) => mapArray(value, context, key, checkString),
    },
  ],
  security: [["key"]],
  accept: "application/json",
  answers: [
    {
      status: 200,
      type: "application/json",
      decode: json,
      read: (value, context, key) => mapArray(value, context, key, readShipUnion),
      wrap: withHeaders,
    },
    { status: 404, type: "application/json", decode: json, read: readErrorTData, error: ErrorT },
  ],
};

/** GET /ships */
export function shipsListShips(
  client: HarbourCore,
  request: operations.ListShipsRequest = {},
  options?: RequestOptions,
): ResultPromise<operations.ListShipsResponse, ErrorT | CallError> {
  return call(client, operation, request, options);
}
