import { type Companion, companion } from "../../lib/companion.js";
import { checkSchema } from "../../lib/json-schema.js";
import { mapUnion } from "../../lib/unions.js";
import { type Context, type PathKey, checkEnum, checkString, countUndeclared, isObject } from "../../lib/validation.js";

export type CheckRequestBody = One | Two;

/** Parses and writes {@link CheckRequestBody}. */
export const CheckRequestBody: Companion<CheckRequestBody> = /* @__PURE__ */ companion(
  readCheckRequestBody,
  readCheckRequestBody,
);

/** Reads {@link CheckRequestBody} from decoded JSON. */
export function readCheckRequestBody(value: unknown, context: Context, key?: PathKey): CheckRequestBody {
  checkSchema(value, context, key, checkRequestBodySchema);
  return mapUnion<CheckRequestBody>(value, context, key, [readOne, readTwo]);
}

export interface One {
  status: Status;
  conclusion: string;
}

/** Parses and writes {@link One}. */
export const One: Companion<One> = /* @__PURE__ */ companion(readOne, readOne);

/** Reads {@link One} from decoded JSON. */
export function readOne(value: unknown, context: Context, key?: PathKey): One {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  readStatus(value["status"], context, "status");
  checkString(value["conclusion"], context, "conclusion");
  countUndeclared(value, oneNames, context);
  context.leave();
  return value as unknown as One;
}

export type Status = "done";

/** Parses and writes {@link Status}. */
export const Status: Companion<Status> = /* @__PURE__ */ companion(readStatus, readStatus);

/** Reads {@link Status} from decoded JSON. */
export function readStatus(value: unknown, context: Context, key?: PathKey): Status {
  return checkEnum(value, context, key, statusValues);
}

export interface Two {
  status?: RequestBodyStatus;
  conclusion?: string;
}

/** Parses and writes {@link Two}. */
export const Two: Companion<Two> = /* @__PURE__ */ companion(readTwo, readTwo);

/** Reads {@link Two} from decoded JSON. */
export function readTwo(value: unknown, context: Context, key?: PathKey): Two {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["status"])) readRequestBodyStatus(value["status"], context, "status");
  if (context.has(value["conclusion"])) checkString(value["conclusion"], context, "conclusion");
  countUndeclared(value, twoNames, context);
  context.leave();
  return value as unknown as Two;
}

export type RequestBodyStatus = "queued";

/** Parses and writes {@link RequestBodyStatus}. */
export const RequestBodyStatus: Companion<RequestBodyStatus> = /* @__PURE__ */ companion(
  readRequestBodyStatus,
  readRequestBodyStatus,
);

/** Reads {@link RequestBodyStatus} from decoded JSON. */
export function readRequestBodyStatus(value: unknown, context: Context, key?: PathKey): RequestBodyStatus {
  return checkEnum(value, context, key, requestBodyStatusValues);
}

const checkRequestBodySchema = {
  properties: { status: { enum: ["queued", "done"] }, conclusion: { type: "string" } },
  oneOf: [
    { properties: { status: { enum: ["done"] } }, required: ["status", "conclusion"] },
    { properties: { status: { enum: ["queued"] } } },
  ],
};

const oneNames = /* @__PURE__ */ new Set<string>(["status", "conclusion"]);

const statusValues = ["done"] as const;

const twoNames = /* @__PURE__ */ new Set<string>(["status", "conclusion"]);

const requestBodyStatusValues = ["queued"] as const;
