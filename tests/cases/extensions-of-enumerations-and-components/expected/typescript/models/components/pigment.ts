import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, isObject } from "../../lib/validation.js";
import { type Origin, readOrigin } from "./origin.js";

export interface Pigment {
  origin?: Origin;
}

/** Parses and writes {@link Pigment}. */
export const Pigment: Companion<Pigment> = /* @__PURE__ */ companion(readPigment, readPigment);

/** Reads {@link Pigment} from decoded JSON. */
export function readPigment(value: unknown, context: Context, key?: PathKey): Pigment {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["origin"])) readOrigin(value["origin"], context, "origin");
  context.leave();
  return value as unknown as Pigment;
}
