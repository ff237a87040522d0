import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

export interface GetBerthRequest {
  harbour: string;
  berth: string;
}

/** Parses and writes {@link GetBerthRequest}. */
export const GetBerthRequest: Companion<GetBerthRequest> = /* @__PURE__ */ companion(
  readGetBerthRequest,
  readGetBerthRequest,
);

/** Reads {@link GetBerthRequest} from decoded JSON. */
export function readGetBerthRequest(value: unknown, context: Context, key?: PathKey): GetBerthRequest {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["harbour"], context, "harbour");
  checkString(value["berth"], context, "berth");
  context.leave();
  return value as unknown as GetBerthRequest;
}
