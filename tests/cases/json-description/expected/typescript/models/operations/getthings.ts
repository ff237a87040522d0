import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkInteger, isObject } from "../../lib/validation.js";

/** All. */
export interface GetThingsResponseBody {
  total?: number;
}

/** Parses and writes {@link GetThingsResponseBody}. */
export const GetThingsResponseBody: Companion<GetThingsResponseBody> = /* @__PURE__ */ companion(
  readGetThingsResponseBody,
  readGetThingsResponseBody,
);

/** Reads {@link GetThingsResponseBody} from decoded JSON. */
export function readGetThingsResponseBody(value: unknown, context: Context, key?: PathKey): GetThingsResponseBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["total"])) checkInteger(value["total"], context, "total");
  context.leave();
  return value as unknown as GetThingsResponseBody;
}
