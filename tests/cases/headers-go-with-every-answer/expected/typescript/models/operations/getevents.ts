import { type Companion, companion } from "../../lib/companion.js";
import type { EventStream } from "../../lib/event-stream.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

/** Events. */
export interface GetEventsResponseBody {
  data?: string;
}

/** Parses and writes {@link GetEventsResponseBody}. */
export const GetEventsResponseBody: Companion<GetEventsResponseBody> = /* @__PURE__ */ companion(
  readGetEventsResponseBody,
  readGetEventsResponseBody,
);

/** Reads {@link GetEventsResponseBody} from decoded JSON. */
export function readGetEventsResponseBody(value: unknown, context: Context, key?: PathKey): GetEventsResponseBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["data"])) checkString(value["data"], context, "data");
  context.leave();
  return value as unknown as GetEventsResponseBody;
}

export interface GetEventsResponse {
  headers: { [k: string]: string[] };
  result: EventStream<GetEventsResponseBody>;
}

/** Parses and writes {@link GetEventsResponse}. */
export const GetEventsResponse: Companion<GetEventsResponse> = /* @__PURE__ */ companion(
  readGetEventsResponse,
  readGetEventsResponse,
);

/** Reads {@link GetEventsResponse} from decoded JSON. */
export function readGetEventsResponse(value: unknown, context: Context, key?: PathKey): GetEventsResponse {
  return value as GetEventsResponse;
}
