import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

export interface OldRequest {
  /** @deprecated */
  way?: string;
}

/** Parses and writes {@link OldRequest}. */
export const OldRequest: Companion<OldRequest> = /* @__PURE__ */ companion(readOldRequest, readOldRequest);

/** Reads {@link OldRequest} from decoded JSON. */
export function readOldRequest(value: unknown, context: Context, key?: PathKey): OldRequest {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["way"])) checkString(value["way"], context, "way");
  context.leave();
  return value as unknown as OldRequest;
}

/** Something. */
export interface OldResponseBody {
  /**
   * Use is.
   *
   * @deprecated
   */
  was?: string;
  is?: string;
}

/** Parses and writes {@link OldResponseBody}. */
export const OldResponseBody: Companion<OldResponseBody> = /* @__PURE__ */ companion(
  readOldResponseBody,
  readOldResponseBody,
);

/** Reads {@link OldResponseBody} from decoded JSON. */
export function readOldResponseBody(value: unknown, context: Context, key?: PathKey): OldResponseBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["was"])) checkString(value["was"], context, "was");
  if (context.has(value["is"])) checkString(value["is"], context, "is");
  context.leave();
  return value as unknown as OldResponseBody;
}
