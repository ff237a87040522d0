import type { StableCore } from "../core.js";
import { json, stream } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as operations from "../models/operations/index.js";
import { readHorse } from "../models/components/horse.js";

const operation: Operation = {
  id: "either",
  method: "GET",
  path: "/either",
  accept: "application/json, */*;q=0.9",
  answers: [
    { status: 200, type: "application/json", decode: json, read: readHorse },
    { status: 200, type: "*/*", decode: stream },
  ],
};

/** GET /either */
export function either(
  client: StableCore,
  options?: RequestOptions,
): ResultPromise<operations.EitherResponse, CallError> {
  return call(client, operation, undefined, options);
}
