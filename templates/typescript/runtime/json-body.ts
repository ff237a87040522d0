/** Bodies of JSON. */

import type { Encoder } from "./operation.js";

/** Writes a value as JSON. */
export const jsonBody: Encoder = (value, { type }) => ({ content: JSON.stringify(value), type });
