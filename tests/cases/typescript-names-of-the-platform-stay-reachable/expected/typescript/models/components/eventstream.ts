import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, isObject } from "../../lib/validation.js";
import { type Unrecognized, readUnrecognized } from "./unrecognized.js";

export interface EventStream {
  kind?: Unrecognized;
}

/** Parses and writes {@link EventStream}. */
export const EventStream: Companion<EventStream> = /* @__PURE__ */ companion(readEventStream, readEventStream);

/** Reads {@link EventStream} from decoded JSON. */
export function readEventStream(value: unknown, context: Context, key?: PathKey): EventStream {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["kind"])) readUnrecognized(value["kind"], context, "kind");
  context.leave();
  return value as unknown as EventStream;
}
