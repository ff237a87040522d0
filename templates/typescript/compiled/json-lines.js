/** Streams of JSON texts, each on a line of its own (`application/jsonl`, `application/x-ndjson`). */
import { EventStream, ItemSource } from "./item-stream.js";
import { LineSplitter } from "./lines.js";
/** Returns what reads one JSON text of a stream. */
export function itemReader(answer, context) {
    return (text) => {
        let item;
        try {
            item = (answer.parse ?? JSON.parse)(text);
        }
        catch (cause) {
            throw context.invalid("A line of the answer is not JSON", text, text, [], cause);
        }
        return context.read(answer, item, text);
    };
}
/** Reads a stream of JSON texts. Empty lines are skipped; the last one needs no end. */
export const jsonLines = async (response, answer, context) => {
    const lines = new LineSplitter();
    const toItem = itemReader(answer, context);
    const parser = {
        push(text, items) {
            lines.push(text, (line) => {
                if (line.trim() !== "")
                    items.push(toItem(line));
                return true;
            });
        },
        end(items) {
            const line = lines.rest();
            if (line.trim() !== "")
                items.push(toItem(line));
        },
        isDone: false,
    };
    return new EventStream(new ItemSource(response, parser, context));
};
