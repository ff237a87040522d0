import { type Companion, companion } from "../../lib/companion.js";
import { checkSchema } from "../../lib/json-schema.js";
import { type Context, type PathKey, checkClosed, checkString, isObject } from "../../lib/validation.js";

export interface Closed {
  a?: string;
}

/** Parses and writes {@link Closed}. */
export const Closed: Companion<Closed> = /* @__PURE__ */ companion(readClosed, readClosed);

/** Reads {@link Closed} from decoded JSON. */
export function readClosed(value: unknown, context: Context, key?: PathKey): Closed {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  checkSchema(value, context, key, closedSchema);
  context.enter(key);
  if (context.has(value["a"])) checkString(value["a"], context, "a");
  checkClosed(value, closedNames, context);
  context.leave();
  return value as unknown as Closed;
}

const closedSchema = { if: { required: ["a"] }, then: { properties: { never: { type: "string" } } } };

const closedNames = /* @__PURE__ */ new Set<string>(["a"]);
