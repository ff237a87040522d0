// Typewright's runtime, copied as it is; its digest is 6fc18d8c610be13d.
/** Bodies of JSON. */

import { encodeBody } from "./bodies.js";
import type { Encoder } from "./operation.js";

/** Writes a value as JSON. */
export const jsonBody: Encoder = (source, body) => {
  const { stringify = JSON.stringify, type, fallback = type } = body;
  return encodeBody(source, body, (value) => ({ content: stringify(value), type: fallback }));
};
