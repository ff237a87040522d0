import type { JobsCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { bodyChoice } from "../lib/body-choice.js";
import { call } from "../lib/call.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as operations from "../models/operations/index.js";
import { readSubmitRequestBody } from "../models/operations/submit.js";

const operation: Operation = {
  id: "submit",
  method: "POST",
  path: "/jobs",
  body: {
    type: "application/json",
    encode: bodyChoice,
    bodies: [
      { type: "application/json", encode: jsonBody, required: true, write: readSubmitRequestBody },
      { type: "text/json", encode: jsonBody, required: true, write: readSubmitRequestBody },
      {
        type: "application/*+json",
        fallback: "application/json",
        encode: jsonBody,
        required: true,
        write: readSubmitRequestBody,
      },
    ],
  },
  answers: [{ status: 204, decode: noContent }],
};

/** POST /jobs */
export function submit(
  client: JobsCore,
  request: operations.SubmitRequestBody,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
