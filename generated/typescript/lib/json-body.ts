// Typewright's runtime, copied as it is; its digest is bd2efb49bdb5ce71.
/** Bodies of JSON. */

import { encodeBody } from "./bodies.js";
import type { Encoder } from "./operation.js";
import type { Context, PathKey } from "./validation.js";

/** Writes a value as JSON. */
export const jsonBody: Encoder = (source, body) => {
  const { stringify = JSON.stringify, type, fallback = type } = body;
  return encodeBody(source, body, (value) => {
    const content = stringify(value);
    if (content?.includes("null") && !source.context.issues.length) reportNumbers(value, source.context);
    return { content, type: fallback };
  });
};

/** Reports the numbers that JSON has not (NaN, Infinity), for which `JSON.stringify` writes null. */
function reportNumbers(value: unknown, context: Context, key?: PathKey): void {
  if (typeof value === "number" && !Number.isFinite(value)) context.report(value, key, "should be a finite number");
  if (typeof value !== "object" || value === null) return;
  context.enter(key);
  for (const [name, part] of Object.entries(value)) reportNumbers(part, context, name);
  context.leave();
}
