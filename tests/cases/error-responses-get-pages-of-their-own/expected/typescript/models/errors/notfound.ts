import { type Companion, companion } from "../../lib/companion.js";
import { ResponseError } from "../../lib/errors.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

export interface NotFoundData {
  message: string;
}

/** Parses and writes {@link NotFoundData}. */
export const NotFoundData: Companion<NotFoundData> = /* @__PURE__ */ companion(readNotFoundData, readNotFoundData);

export class NotFound extends ResponseError<NotFoundData> {
  static override readonly brand: string = "acme:NotFound";
}

/** Reads {@link NotFoundData} from decoded JSON. */
export function readNotFoundData(value: unknown, context: Context, key?: PathKey): NotFoundData {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["message"], context, "message");
  context.leave();
  return value as unknown as NotFoundData;
}
