import type { ChatCore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { type EventStream, eventStream } from "../lib/event-stream.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as operations from "../models/operations/index.js";
import { readChatRequestBody, readChatResponseBody, readChatResponseResponseBody } from "../models/operations/chat.js";

const operation: Operation = {
  id: "chat",
  method: "POST",
  path: "/chat",
  body: { type: "application/json", encode: jsonBody, write: readChatRequestBody },
  accept: "application/json, text/event-stream;q=0.9",
  answers: [
    { status: 200, type: "application/json", decode: json, read: readChatResponseBody },
    { status: 200, type: "text/event-stream", decode: eventStream, text: true, read: readChatResponseResponseBody },
  ],
};

/** POST /chat */
export function chat(
  client: ChatCore,
  request: operations.ChatRequestBody & { stream: true },
  options?: RequestOptions,
): ResultPromise<EventStream<operations.ChatResponseResponseBody>, CallError>;
export function chat(
  client: ChatCore,
  request?: operations.ChatRequestBody & { stream?: false },
  options?: RequestOptions,
): ResultPromise<operations.ChatResponseBody, CallError>;
export function chat(
  client: ChatCore,
  request?: operations.ChatRequestBody,
  options?: RequestOptions,
): ResultPromise<operations.ChatResponse, CallError>;
export function chat(
  client: ChatCore,
  request?: operations.ChatRequestBody,
  options?: RequestOptions,
): ResultPromise<operations.ChatResponse, CallError> {
  const accept = request?.stream === true ? "text/event-stream" : "application/json";
  return call(client, operation, request, { acceptHeaderOverride: accept, ...options });
}
