// Typewright's runtime, copied as it is; its digest is ecff869b6df0ab66.
/** Bodies of JSON. */

import { encodeBody } from "./bodies.js";
import type { Encoder } from "./operation.js";

/** Writes a value as JSON. */
export const jsonBody: Encoder = (source, body) =>
  encodeBody(source, body, (value) => ({ content: (body.stringify ?? JSON.stringify)(value), type: body.type }));
