import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkPresent, isObject } from "../../lib/validation.js";
import type { Request, Response } from "../../lib/web.js";

export interface HTTPMetadata {
  /** Raw HTTP response; suitable for custom response parsing */
  response: Response;
  /** Raw HTTP request; suitable for debugging */
  request: Request;
}

/** Parses and writes {@link HTTPMetadata}. */
export const HTTPMetadata: Companion<HTTPMetadata> = /* @__PURE__ */ companion(readHTTPMetadata, readHTTPMetadata);

/** Reads {@link HTTPMetadata} from decoded JSON. */
export function readHTTPMetadata(value: unknown, context: Context, key?: PathKey): HTTPMetadata {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkPresent(value["response"], context, "response");
  checkPresent(value["request"], context, "request");
  context.leave();
  return value as unknown as HTTPMetadata;
}
