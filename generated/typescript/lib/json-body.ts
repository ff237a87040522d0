// Typewright's runtime, copied as it is; its digest is c240b64429a2b70f.
/** Bodies of JSON. */

import type { Encoder } from "./operation.js";

/** Writes a value as JSON. */
export const jsonBody: Encoder = (value, { type }) => ({ content: JSON.stringify(value), type });
