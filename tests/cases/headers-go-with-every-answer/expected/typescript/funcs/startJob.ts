import type { JobsCore } from "../core.js";
import { json, noContent, withHeaders } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as operations from "../models/operations/index.js";
import { readStartJobResponseBody } from "../models/operations/startjob.js";

const operation: Operation = {
  id: "startJob",
  method: "POST",
  path: "/jobs",
  accept: "application/json",
  answers: [
    { status: 200, type: "application/json", decode: json, read: readStartJobResponseBody, wrap: withHeaders },
    { status: 202, decode: noContent, wrap: withHeaders },
  ],
};

/** POST /jobs */
export function startJob(
  client: JobsCore,
  options?: RequestOptions,
): ResultPromise<operations.StartJobResponse, CallError> {
  return call(client, operation, undefined, options);
}
