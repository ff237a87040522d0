/** Bodies of JSON. */
import { encodeBody } from "./bodies.js";
/** Writes a value as JSON. */
export const jsonBody = (source, body) => encodeBody(source, body, (value) => ({ content: (body.stringify ?? JSON.stringify)(value), type: body.type }));
