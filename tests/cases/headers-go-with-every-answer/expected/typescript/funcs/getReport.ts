import type { JobsCore } from "../core.js";
import { stream, withHeaders } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as operations from "../models/operations/index.js";

const operation: Operation = {
  id: "getReport",
  method: "GET",
  path: "/report",
  accept: "application/pdf",
  answers: [{ status: 200, type: "application/pdf", decode: stream, wrap: withHeaders }],
};

/** GET /report */
export function getReport(
  client: JobsCore,
  options?: RequestOptions,
): ResultPromise<operations.GetReportResponse, CallError> {
  return call(client, operation, undefined, options);
}
