/** Bodies of JSON lines (`application/jsonl`). */
import { encodeBody } from "./bodies.js";
/** Writes the items of an array as JSON, each on a line of its own. */
export const jsonLinesBody = (source, body) => encodeBody(source, body, (value) => {
    const lines = value.map((item) => `${(body.stringify ?? JSON.stringify)(item)}\n`);
    return { content: lines.join(""), type: body.type };
});
