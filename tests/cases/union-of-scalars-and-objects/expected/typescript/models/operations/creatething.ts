import { type Companion, companion } from "../../lib/companion.js";
import { mapUnion } from "../../lib/unions.js";
import {
  type Context,
  type PathKey,
  checkInteger,
  checkString,
  countUndeclared,
  isObject,
  mapArray,
} from "../../lib/validation.js";

export interface CreateThingRequestBody {
  stop: Stop;
}

/** Parses and writes {@link CreateThingRequestBody}. */
export const CreateThingRequestBody: Companion<CreateThingRequestBody> = /* @__PURE__ */ companion(
  readCreateThingRequestBody,
  readCreateThingRequestBody,
);

/** Reads {@link CreateThingRequestBody} from decoded JSON. */
export function readCreateThingRequestBody(value: unknown, context: Context, key?: PathKey): CreateThingRequestBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  readStop(value["stop"], context, "stop");
  context.leave();
  return value as unknown as CreateThingRequestBody;
}

export type Stop = string | string[] | Three;

/** Parses and writes {@link Stop}. */
export const Stop: Companion<Stop> = /* @__PURE__ */ companion(readStop, readStop);

/** Reads {@link Stop} from decoded JSON. */
export function readStop(value: unknown, context: Context, key?: PathKey): Stop {
  return mapUnion<Stop>(value, context, key, [
    checkString,
    (value, context, key) => mapArray(value, context, key, checkString),
    readThree,
  ]);
}

export interface Three {
  at: number;
}

/** Parses and writes {@link Three}. */
export const Three: Companion<Three> = /* @__PURE__ */ companion(readThree, readThree);

/** Reads {@link Three} from decoded JSON. */
export function readThree(value: unknown, context: Context, key?: PathKey): Three {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkInteger(value["at"], context, "at");
  countUndeclared(value, threeNames, context);
  context.leave();
  return value as unknown as Three;
}

const threeNames = /* @__PURE__ */ new Set<string>(["at"]);
