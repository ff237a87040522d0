import type { KennelCore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as components from "../models/components/index.js";
import { readDog } from "../models/components/dog.js";

const operation: Operation = {
  id: "register",
  method: "POST",
  path: "/dogs",
  body: { type: "application/json", encode: jsonBody, required: true, write: readDog },
  security: [["token"]],
  accept: "application/json",
  answers: [{ status: 201, type: "application/json", decode: json, read: readDog }],
};

/** Register a dog */
export function dogsRegister(
  client: KennelCore,
  request: components.Dog,
  options?: RequestOptions,
): ResultPromise<components.Dog, CallError> {
  return call(client, operation, request, options);
}
