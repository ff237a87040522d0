import type { JobsCore } from "../core.js";
import { json, withHeaders } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { type EventStream, eventStream } from "../lib/event-stream.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as operations from "../models/operations/index.js";
import { readAskRequestBody, readAskResponseBody, readAskResponseResponseBody } from "../models/operations/ask.js";

const operation: Operation = {
  id: "ask",
  method: "POST",
  path: "/questions",
  body: { type: "application/json", encode: jsonBody, required: true, write: readAskRequestBody },
  accept: "application/json, text/event-stream;q=0.9",
  answers: [
    { status: 200, type: "application/json", decode: json, read: readAskResponseBody, wrap: withHeaders },
    {
      status: 200,
      type: "text/event-stream",
      decode: eventStream,
      text: true,
      read: readAskResponseResponseBody,
      wrap: withHeaders,
    },
  ],
};

/** POST /questions */
export function ask(
  client: JobsCore,
  request: operations.AskRequestBody & { stream: true },
  options?: RequestOptions,
): ResultPromise<operations.AskResponse & { result: EventStream<operations.AskResponseResponseBody> }, CallError>;
export function ask(
  client: JobsCore,
  request: operations.AskRequestBody & { stream?: false },
  options?: RequestOptions,
): ResultPromise<operations.AskResponse & { result: operations.AskResponseBody }, CallError>;
export function ask(
  client: JobsCore,
  request: operations.AskRequestBody,
  options?: RequestOptions,
): ResultPromise<operations.AskResponse, CallError>;
export function ask(
  client: JobsCore,
  request: operations.AskRequestBody,
  options?: RequestOptions,
): ResultPromise<operations.AskResponse, CallError> {
  const accept = request.stream === true ? "text/event-stream" : "application/json";
  return call(client, operation, request, { acceptHeaderOverride: accept, ...options });
}
