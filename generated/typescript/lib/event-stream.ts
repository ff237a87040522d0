// Typewright's runtime, copied as it is; its digest is bf9bb70a90c90dd7.
/** Server-sent events (HTML Standard, section 9.2.6). */

import { EventStream, type ItemParser, ItemSource } from "./item-stream.js";
import { LineSplitter } from "./lines.js";
import type { Answer, Decoder } from "./operation.js";

export { EventStream };

/** One event, as it was sent. */
export interface ServerSentEvent {
  /** The last id that was received, with this event or an earlier one; absent if there was none. */
  id?: string;
  /** The event's type; absent if it is not given, which means `message`. */
  event?: string;
  /** The event's data; its lines are joined by LF. */
  data: string;
  /** The milliseconds to wait before reconnecting. */
  retry?: number;
}

/** Parses events; an incomplete one at the end is dropped. */
export class EventParser {
  readonly #lines = new LineSplitter();
  readonly #onEvent: (event: ServerSentEvent) => boolean;
  #id = "";
  #type = "";
  #data: string | undefined;
  #retry: number | undefined;

  /** `onEvent` is called for each event, and returns whether it wants another. */
  constructor(onEvent: (event: ServerSentEvent) => boolean) {
    this.#onEvent = onEvent;
  }

  /** Takes the next part of the text. */
  push(text: string): void {
    this.#lines.push(text, this.#onLine);
  }

  readonly #onLine = (line: string): boolean => {
    if (line === "") return this.#dispatch();
    const colon = line.indexOf(":");
    if (colon < 0) this.#setField(line, "");
    else if (colon > 0)
      this.#setField(line.slice(0, colon), line.slice(line[colon + 1] === " " ? colon + 2 : colon + 1));
    return true;
  };

  #setField(name: string, value: string): void {
    if (name === "data") this.#data = this.#data === undefined ? value : `${this.#data}\n${value}`;
    else if (name === "event") this.#type = value;
    else if (name === "id" && !value.includes("\0")) this.#id = value;
    else if (name === "retry" && /^\d+$/.test(value)) this.#retry = Number(value);
  }

  #dispatch(): boolean {
    const data = this.#data;
    const event = this.#type;
    const retry = this.#retry;
    this.#data = this.#retry = undefined;
    this.#type = "";
    if (data === undefined) return true;
    const dispatched: ServerSentEvent = { data };
    if (this.#id !== "") dispatched.id = this.#id;
    if (event !== "") dispatched.event = event;
    if (retry !== undefined) dispatched.retry = retry;
    return this.#onEvent(dispatched);
  }
}

/** Reads a stream of events, until the sentinel. Each is given with its data decoded, or as its data alone. */
export const eventStream: Decoder = async (response, answer, context) => {
  const toItem = (event: ServerSentEvent): unknown => {
    const { data } = event;
    const decoded = answer.text ? data : parseItem(data, answer);
    return context.read(answer, answer.isData ? decoded : { ...event, data: decoded }, data);
  };
  return new EventStream(new ItemSource(response, eventItems(answer, toItem), context));
};

/** Returns the decoded data of an event; data that is not JSON, such as that of an undeclared event, stays a text. */
function parseItem(text: string, { parse = JSON.parse }: Answer): unknown {
  try {
    return parse(text);
  } catch {
    return text;
  }
}

/** The conventional end of JSON streams, for descriptions that declare none. */
const usualSentinel = "[DONE]";

function eventItems<T>(answer: Answer, toItem: (event: ServerSentEvent) => T): ItemParser<T> {
  const sentinel = answer.sentinel ?? (answer.text ? undefined : usualSentinel);
  let items: T[] = [];
  let isDone = false;
  const parser = new EventParser((event) => {
    isDone = event.data === sentinel;
    if (!isDone) items.push(toItem(event));
    return !isDone;
  });
  return {
    push(text, pushed) {
      items = pushed;
      parser.push(text);
    },
    end() {},
    get isDone() {
      return isDone;
    },
  };
}
