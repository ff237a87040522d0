import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkInteger, isObject } from "../../lib/validation.js";

export interface Part {
  size?: number;
}

/** Parses and writes {@link Part}. */
export const Part: Companion<Part> = /* @__PURE__ */ companion(readPart, readPart);

/** Reads {@link Part} from decoded JSON. */
export function readPart(value: unknown, context: Context, key?: PathKey): Part {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["size"])) checkInteger(value["size"], context, "size");
  context.leave();
  return value as unknown as Part;
}
