import type { JobsCore } from "../core.js";
import { withHeaders } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { eventStream } from "../lib/event-stream.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as operations from "../models/operations/index.js";
import { readGetEventsResponseBody } from "../models/operations/getevents.js";

const operation: Operation = {
  id: "getEvents",
  method: "GET",
  path: "/events",
  accept: "text/event-stream",
  answers: [
    {
      status: 200,
      type: "text/event-stream",
      decode: eventStream,
      text: true,
      read: readGetEventsResponseBody,
      wrap: withHeaders,
    },
  ],
};

/** GET /events */
export function getEvents(
  client: JobsCore,
  options?: RequestOptions,
): ResultPromise<operations.GetEventsResponse, CallError> {
  return call(client, operation, undefined, options);
}
