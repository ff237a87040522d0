import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkInteger, isObject } from "../../lib/validation.js";

export interface Blob {
  size?: number;
}

/** Parses and writes {@link Blob}. */
export const Blob: Companion<Blob> = /* @__PURE__ */ companion(readBlob, readBlob);

/** Reads {@link Blob} from decoded JSON. */
export function readBlob(value: unknown, context: Context, key?: PathKey): Blob {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["size"])) checkInteger(value["size"], context, "size");
  context.leave();
  return value as unknown as Blob;
}
