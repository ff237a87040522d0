/** Bodies of JSON. */
import { encodeBody } from "./bodies.js";
/** Writes a value as JSON. */
export const jsonBody = (source, body) => {
    const { stringify = JSON.stringify, type, fallback = type } = body;
    return encodeBody(source, body, (value) => ({ content: stringify(value), type: fallback }));
};
