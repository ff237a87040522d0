/** Server-sent events (HTML Standard, section 9.2.6). */
import { EventStream } from "./item-stream.js";
import type { Decoder } from "./operation.js";
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
export declare class EventParser {
    #private;
    /** `onEvent` is called for each event, and returns whether it wants another. */
    constructor(onEvent: (event: ServerSentEvent) => boolean);
    /** Takes the next part of the text. */
    push(text: string): void;
}
/** Reads a stream of events, until the sentinel. Each is given with its data decoded, or as its data alone. */
export declare const eventStream: Decoder;
