import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

/** Done at once. */
export interface StartJobResponseBody {
  id?: string;
}

/** Parses and writes {@link StartJobResponseBody}. */
export const StartJobResponseBody: Companion<StartJobResponseBody> = /* @__PURE__ */ companion(
  readStartJobResponseBody,
  readStartJobResponseBody,
);

/** Reads {@link StartJobResponseBody} from decoded JSON. */
export function readStartJobResponseBody(value: unknown, context: Context, key?: PathKey): StartJobResponseBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["id"])) checkString(value["id"], context, "id");
  context.leave();
  return value as unknown as StartJobResponseBody;
}

export interface StartJobResponse {
  headers: { [k: string]: string[] };
  result?: StartJobResponseBody;
}

/** Parses and writes {@link StartJobResponse}. */
export const StartJobResponse: Companion<StartJobResponse> = /* @__PURE__ */ companion(
  readStartJobResponse,
  readStartJobResponse,
);

/** Reads {@link StartJobResponse} from decoded JSON. */
export function readStartJobResponse(value: unknown, context: Context, key?: PathKey): StartJobResponse {
  return value as StartJobResponse;
}
