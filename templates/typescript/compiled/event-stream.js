/** Server-sent events (HTML Standard, section 9.2.6). */
import { EventStream, ItemSource } from "./item-stream.js";
import { LineSplitter } from "./lines.js";
export { EventStream };
/** Parses events; an incomplete one at the end is dropped. */
export class EventParser {
    #lines = new LineSplitter();
    #onEvent;
    #id = "";
    #type = "";
    #data;
    #retry;
    /** `onEvent` is called for each event, and returns whether it wants another. */
    constructor(onEvent) {
        this.#onEvent = onEvent;
    }
    /** Takes the next part of the text. */
    push(text) {
        this.#lines.push(text, this.#onLine);
    }
    #onLine = (line) => {
        if (line === "")
            return this.#dispatch();
        const colon = line.indexOf(":");
        if (colon < 0)
            this.#setField(line, "");
        else if (colon > 0)
            this.#setField(line.slice(0, colon), line.slice(line[colon + 1] === " " ? colon + 2 : colon + 1));
        return true;
    };
    #setField(name, value) {
        if (name === "data")
            this.#data = this.#data === undefined ? value : `${this.#data}\n${value}`;
        else if (name === "event")
            this.#type = value;
        else if (name === "id" && !value.includes("\0"))
            this.#id = value;
        else if (name === "retry" && /^\d+$/.test(value))
            this.#retry = Number(value);
    }
    #dispatch() {
        const data = this.#data;
        const event = this.#type;
        const retry = this.#retry;
        this.#data = this.#retry = undefined;
        this.#type = "";
        if (data === undefined)
            return true;
        const dispatched = { data };
        if (this.#id !== "")
            dispatched.id = this.#id;
        if (event !== "")
            dispatched.event = event;
        if (retry !== undefined)
            dispatched.retry = retry;
        return this.#onEvent(dispatched);
    }
}
/** Reads a stream of events, until the sentinel. Each is given with its data decoded, or as its data alone. */
export const eventStream = async (response, answer, context) => {
    const toItem = (event) => {
        const { data } = event;
        const decoded = answer.text ? data : parseItem(data, answer);
        return context.read(answer, answer.isData ? decoded : { ...event, data: decoded }, data);
    };
    return new EventStream(new ItemSource(response, eventItems(answer, toItem), context));
};
/** Returns the decoded data of an event; data that is not JSON, such as that of an undeclared event, stays a text. */
function parseItem(text, { parse = JSON.parse }) {
    try {
        return parse(text);
    }
    catch {
        return text;
    }
}
/** The conventional end of JSON streams, for descriptions that declare none. */
const usualSentinel = "[DONE]";
function eventItems(answer, toItem) {
    const sentinel = answer.sentinel ?? (answer.text ? undefined : usualSentinel);
    let items = [];
    let isDone = false;
    const parser = new EventParser((event) => {
        isDone = event.data === sentinel;
        if (!isDone)
            items.push(toItem(event));
        return !isDone;
    });
    return {
        push(text, pushed) {
            items = pushed;
            parser.push(text);
        },
        end() { },
        get isDone() {
            return isDone;
        },
    };
}
