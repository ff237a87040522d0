import { type Companion, companion } from "../../lib/companion.js";
import { checkStringIn } from "../../lib/constraints.js";
import { readDate, writeDate } from "../../lib/dates.js";
import { isDate, isEmail, isURI, isUUID } from "../../lib/formats.js";
import {
  type Context,
  type PathKey,
  checkInteger,
  checkNumber,
  checkString,
  isObject,
  keepUndeclared,
} from "../../lib/validation.js";

export interface CreateThingRequestBody {
  /** @format date */
  day?: string;
  /** @format date-time */
  moment?: Date;
  /** @format uuid */
  id?: string;
  /** @format email */
  mail?: string;
  /** @format uri */
  site?: string;
  /** @format byte */
  bytes?: string;
  /** @format int64 */
  big?: number;
  /** @format int32 */
  small?: number;
  /** @format float */
  ratio?: number;
  /** @format no-such-format */
  odd?: string;
}

/** Parses and writes {@link CreateThingRequestBody}. */
export const CreateThingRequestBody: Companion<CreateThingRequestBody> = /* @__PURE__ */ companion(
  readCreateThingRequestBody,
  writeCreateThingRequestBody,
);

/** Reads {@link CreateThingRequestBody} from decoded JSON. */
export function readCreateThingRequestBody(value: unknown, context: Context, key?: PathKey): CreateThingRequestBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: CreateThingRequestBody = {};
  if (context.has(value["day"]))
    result.day = checkStringIn(value["day"], context, "day", createThingRequestBodyDayRules);
  if (context.has(value["moment"])) result.moment = readDate(value["moment"], context, "moment");
  if (context.has(value["id"])) result.id = checkStringIn(value["id"], context, "id", createThingRequestBodyIdRules);
  if (context.has(value["mail"]))
    result.mail = checkStringIn(value["mail"], context, "mail", createThingRequestBodyMailRules);
  if (context.has(value["site"]))
    result.site = checkStringIn(value["site"], context, "site", createThingRequestBodySiteRules);
  if (context.has(value["bytes"])) result.bytes = checkString(value["bytes"], context, "bytes");
  if (context.has(value["big"])) result.big = checkInteger(value["big"], context, "big");
  if (context.has(value["small"])) result.small = checkInteger(value["small"], context, "small");
  if (context.has(value["ratio"])) result.ratio = checkNumber(value["ratio"], context, "ratio");
  if (context.has(value["odd"])) result.odd = checkString(value["odd"], context, "odd");
  context.leave();
  return keepUndeclared(value, result, createThingRequestBodyNames, context);
}

/** Writes {@link CreateThingRequestBody} for JSON. */
export function writeCreateThingRequestBody(value: CreateThingRequestBody, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {};
  if (value.day !== undefined) result["day"] = checkStringIn(value.day, context, "day", createThingRequestBodyDayRules);
  if (value.moment !== undefined) result["moment"] = writeDate(value.moment, context, "moment");
  if (value.id !== undefined) result["id"] = checkStringIn(value.id, context, "id", createThingRequestBodyIdRules);
  if (value.mail !== undefined)
    result["mail"] = checkStringIn(value.mail, context, "mail", createThingRequestBodyMailRules);
  if (value.site !== undefined)
    result["site"] = checkStringIn(value.site, context, "site", createThingRequestBodySiteRules);
  if (value.bytes !== undefined) result["bytes"] = checkString(value.bytes, context, "bytes");
  if (value.big !== undefined) result["big"] = checkInteger(value.big, context, "big");
  if (value.small !== undefined) result["small"] = checkInteger(value.small, context, "small");
  if (value.ratio !== undefined) result["ratio"] = checkNumber(value.ratio, context, "ratio");
  if (value.odd !== undefined) result["odd"] = checkString(value.odd, context, "odd");
  context.leave();
  return keepUndeclared(value, result, createThingRequestBodyNames, context);
}

const createThingRequestBodyDayRules = { format: "date", hasFormat: isDate };

const createThingRequestBodyIdRules = { format: "uuid", hasFormat: isUUID };

const createThingRequestBodyMailRules = { format: "email", hasFormat: isEmail };

const createThingRequestBodySiteRules = { format: "uri", hasFormat: isURI };

const createThingRequestBodyNames = /* @__PURE__ */ new Set<string>([
  "day",
  "moment",
  "id",
  "mail",
  "site",
  "bytes",
  "big",
  "small",
  "ratio",
  "odd",
]);
