/** Bodies of JSON. */

import { encodeBody } from "./bodies.js";
import type { Encoder } from "./operation.js";

/** Writes a value as JSON. */
export const jsonBody: Encoder = (source, body) =>
  encodeBody(source, body, (value) => ({ content: (body.stringify ?? JSON.stringify)(value), type: body.type }));
