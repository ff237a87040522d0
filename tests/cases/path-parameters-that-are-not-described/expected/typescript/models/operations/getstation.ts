import { type Companion, companion } from "../../lib/companion.js";
import { checkStringIn } from "../../lib/constraints.js";
import { isDate } from "../../lib/formats.js";
import { type Context, type PathKey, checkInteger, isObject } from "../../lib/validation.js";

export interface GetStationRequest {
  id: number;
  /** @format date */
  day: string;
}

/** Parses and writes {@link GetStationRequest}. */
export const GetStationRequest: Companion<GetStationRequest> = /* @__PURE__ */ companion(
  readGetStationRequest,
  readGetStationRequest,
);

/** Reads {@link GetStationRequest} from decoded JSON. */
export function readGetStationRequest(value: unknown, context: Context, key?: PathKey): GetStationRequest {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkInteger(value["id"], context, "id");
  checkStringIn(value["day"], context, "day", getStationRequestDayRules);
  context.leave();
  return value as unknown as GetStationRequest;
}

const getStationRequestDayRules = { format: "date", hasFormat: isDate };
