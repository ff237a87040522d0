import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkPresent, isObject } from "../../lib/validation.js";
import type { Request, Response } from "../../lib/web.js";

export interface HTTPMetadata {
  /** The response, as the HTTP library received it. */
  response: Response;
  /** The request, as the HTTP library sent it. */
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
