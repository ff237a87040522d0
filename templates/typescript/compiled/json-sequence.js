/** Streams of JSON texts, each after a record separator (`application/json-seq`, RFC 7464). */
import { EventStream, ItemSource } from "./item-stream.js";
import { itemReader } from "./json-lines.js";
/** Reads a stream of JSON texts. A text ends where the next one begins, or at the end of a line if it is complete. */
export const jsonSequence = async (response, answer, context) => {
    const toItem = itemReader(answer, context);
    let pending = "";
    const end = (items) => {
        const text = pending;
        pending = "";
        if (text.trim() !== "")
            items.push(toItem(text));
    };
    const parser = {
        push(text, items) {
            const [first = "", ...others] = text.split("\x1e");
            pending += first;
            for (const other of others) {
                end(items);
                pending = other;
            }
            if (pending.endsWith("\n") && isJson(pending))
                end(items);
        },
        end,
        isDone: false,
    };
    return new EventStream(new ItemSource(response, parser, context));
};
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
