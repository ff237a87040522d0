import type { OrqImageAPICore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { deprecatedMembers } from "../lib/deprecation.js";
import { type EventStream, eventStream } from "../lib/event-stream.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as components from "../models/components/index.js";
import type * as operations from "../models/operations/index.js";
import { readChatCompletion } from "../models/components/chatcompletion.js";
import { ProxyError, readProxyErrorData } from "../models/errors/proxyerror.js";
import {
  readCreateChatCompletionResponseBody,
  writeCreateChatCompletionRequestBody,
} from "../models/operations/createchatcompletion.js";

const operation: Operation = {
  id: "CreateChatCompletion",
  method: "POST",
  path: "/v2/proxy/chat/completions",
  body: {
    type: "application/json",
    encode: jsonBody,
    required: true,
    write: writeCreateChatCompletionRequestBody,
    deprecated: deprecatedMembers({ maxTokens: "Do not use it any more." }),
  },
  security: [["ApiKey"]],
  accept: "application/json, text/event-stream;q=0.9",
  answers: [
    { status: 200, type: "application/json", decode: json, read: readChatCompletion },
    { status: 200, type: "text/event-stream", decode: eventStream, read: readCreateChatCompletionResponseBody },
    { status: 400, type: "application/json", decode: json, read: readProxyErrorData, error: ProxyError },
    { status: 401, type: "application/json", decode: json, read: readProxyErrorData, error: ProxyError },
    { status: 429, type: "application/json", decode: json, read: readProxyErrorData, error: ProxyError },
  ],
};

/**
 * Answer a conversation
 *
 * Sends the answer in one JSON document or, with `stream` set, piece by piece as server-sent events.
 */
export function proxyChatCompletions(
  client: OrqImageAPICore,
  request: operations.CreateChatCompletionRequestBody & { stream: true },
  options?: RequestOptions,
): ResultPromise<EventStream<operations.CreateChatCompletionResponseBody>, ProxyError | CallError>;
export function proxyChatCompletions(
  client: OrqImageAPICore,
  request: operations.CreateChatCompletionRequestBody & { stream?: false },
  options?: RequestOptions,
): ResultPromise<components.ChatCompletion, ProxyError | CallError>;
export function proxyChatCompletions(
  client: OrqImageAPICore,
  request: operations.CreateChatCompletionRequestBody,
  options?: RequestOptions,
): ResultPromise<operations.CreateChatCompletionResponse, ProxyError | CallError>;
export function proxyChatCompletions(
  client: OrqImageAPICore,
  request: operations.CreateChatCompletionRequestBody,
  options?: RequestOptions,
): ResultPromise<operations.CreateChatCompletionResponse, ProxyError | CallError> {
  const accept = request.stream === true ? "text/event-stream" : "application/json";
  return call(client, operation, request, { acceptHeaderOverride: accept, ...options });
}
