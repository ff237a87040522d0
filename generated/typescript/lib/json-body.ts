// Typewright's runtime, copied as it is; its digest is a12f501ca08e259d.
/** Bodies of JSON. */

import { encodeBody } from "./bodies.js";
import type { Encoder } from "./operation.js";

/** Writes a value as JSON. */
export const jsonBody: Encoder = (source, body) =>
  encodeBody(source, body, (value) => ({ content: JSON.stringify(value), type: body.type }));
