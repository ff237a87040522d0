import type { LibraryCore } from "../core.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { type EventStream, eventStream } from "../lib/event-stream.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as operations from "../models/operations/index.js";
import { readWatchNewsResponseBody } from "../models/operations/watchnews.js";

const operation: Operation = {
  id: "watchNews",
  method: "GET",
  path: "/news",
  accept: "text/event-stream",
  answers: [{ status: 200, type: "text/event-stream", decode: eventStream, read: readWatchNewsResponseBody }],
};

/** GET /news */
export function watchNews(
  client: LibraryCore,
  options?: RequestOptions,
): ResultPromise<EventStream<operations.WatchNewsResponseBody>, CallError> {
  return call(client, operation, undefined, options);
}
