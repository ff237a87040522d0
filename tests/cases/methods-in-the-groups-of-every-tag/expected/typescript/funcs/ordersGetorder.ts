import type { ShopCore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { path } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { checkString } from "../lib/validation.js";
import type * as components from "../models/components/index.js";
import type * as operations from "../models/operations/index.js";
import { readOrder } from "../models/components/order.js";

const operation: Operation = {
  id: "getorder",
  method: "GET",
  path: "/orders/{id}",
  parameters: [{ name: "id", in: path, required: true, write: checkString }],
  accept: "application/json",
  answers: [{ status: 200, type: "application/json", decode: json, read: readOrder }],
};

/** GET /orders/{id} */
export function ordersGetorder(
  client: ShopCore,
  request: operations.GetorderRequest,
  options?: RequestOptions,
): ResultPromise<components.Order, CallError> {
  return call(client, operation, request, options);
}
