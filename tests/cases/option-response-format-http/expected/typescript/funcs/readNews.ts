import type { PetsCore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { httpEnvelope } from "../lib/envelopes.js";
import { eventStream } from "../lib/event-stream.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { query } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { checkBoolean, checkString, mapArray } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";
import { readReadNewsResponseBody } from "../models/operations/readnews.js";

const operation: Operation = {
  id: "readNews",
  method: "GET",
  path: "/pets/news",
  parameters: [{ name: "stream", in: query, write: checkBoolean }],
  accept: "application/json, text/event-stream;q=0.9",
  answers: [
    {
      status: 200,
      type: "application/json",
      decode: json,
      read: (value, context, key) => mapArray(value, context, key, checkString),
      wrap: httpEnvelope("httpMeta", { content: "strings" }),
    },
    {
      status: 200,
      type: "text/event-stream",
      decode: eventStream,
      text: true,
      read: readReadNewsResponseBody,
      wrap: httpEnvelope("httpMeta", { content: "eventStream" }),
    },
  ],
};

/** GET /pets/news */
export function readNews(
  client: PetsCore,
  request: operations.ReadNewsRequest = {},
  options?: RequestOptions,
): ResultPromise<operations.ReadNewsResponse, CallError> {
  return call(client, operation, request, options);
}
