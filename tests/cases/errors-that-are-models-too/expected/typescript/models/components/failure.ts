import { type Companion, companion } from "../../lib/companion.js";
import { ResponseError } from "../../lib/errors.js";
import { type Context, type PathKey, checkInteger, isObject } from "../../lib/validation.js";
import { type Place, readPlace } from "./place.js";

export interface Failure {
  code: number;
  at?: Place;
}

/** Parses and writes {@link Failure}. */
export const Failure: Companion<Failure> = /* @__PURE__ */ companion(readFailure, readFailure);

export class FailureError extends ResponseError<Failure> {
  static override readonly brand: string = "acme:FailureError";
  declare readonly code: number;
  declare readonly at?: Place;
}

/** Reads {@link Failure} from decoded JSON. */
export function readFailure(value: unknown, context: Context, key?: PathKey): Failure {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkInteger(value["code"], context, "code");
  if (context.has(value["at"])) readPlace(value["at"], context, "at");
  context.leave();
  return value as unknown as Failure;
}
