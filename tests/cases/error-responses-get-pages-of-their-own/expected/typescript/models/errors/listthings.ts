import { type Companion, companion } from "../../lib/companion.js";
import { ResponseError } from "../../lib/errors.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

/** It broke. */
export interface ListThingsResponseBodyData {
  reason: string;
}

/** Parses and writes {@link ListThingsResponseBodyData}. */
export const ListThingsResponseBodyData: Companion<ListThingsResponseBodyData> = /* @__PURE__ */ companion(
  readListThingsResponseBodyData,
  readListThingsResponseBodyData,
);

/** It broke. */
export class ListThingsResponseBody extends ResponseError<ListThingsResponseBodyData> {
  static override readonly brand: string = "acme:ListThingsResponseBody";
  declare readonly reason: string;
}

/** Reads {@link ListThingsResponseBodyData} from decoded JSON. */
export function readListThingsResponseBodyData(
  value: unknown,
  context: Context,
  key?: PathKey,
): ListThingsResponseBodyData {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["reason"], context, "reason");
  context.leave();
  return value as unknown as ListThingsResponseBodyData;
}
