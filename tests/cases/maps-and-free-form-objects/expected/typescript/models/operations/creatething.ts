import { type Companion, companion } from "../../lib/companion.js";
import {
  type Context,
  type PathKey,
  checkClosed,
  checkInteger,
  checkNumber,
  checkString,
  isObject,
  keepUndeclared,
  mapAdditional,
  mapRecord,
} from "../../lib/validation.js";

export interface CreateThingRequestBody {
  labels?: { [k: string]: string };
  scores?: { [k: string]: Scores };
  anything?: any;
  open?: Open;
  closed?: Closed;
  typed?: Typed;
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
  if (context.has(value["labels"])) result.labels = mapRecord(value["labels"], context, "labels", checkString);
  if (context.has(value["scores"])) result.scores = mapRecord(value["scores"], context, "scores", readScores);
  if (value["anything"] !== undefined) result.anything = value["anything"] as never;
  if (context.has(value["open"])) result.open = readOpen(value["open"], context, "open");
  if (context.has(value["closed"])) result.closed = readClosed(value["closed"], context, "closed");
  if (context.has(value["typed"])) result.typed = readTyped(value["typed"], context, "typed");
  context.leave();
  return keepUndeclared(value, result, createThingRequestBodyNames, context);
}

/** Writes {@link CreateThingRequestBody} for JSON. */
export function writeCreateThingRequestBody(value: CreateThingRequestBody, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {};
  if (value.labels !== undefined) result["labels"] = mapRecord(value.labels, context, "labels", checkString);
  if (value.scores !== undefined) result["scores"] = mapRecord(value.scores, context, "scores", readScores);
  if (value.anything !== undefined) result["anything"] = value.anything;
  if (value.open !== undefined) result["open"] = writeOpen(value.open, context, "open");
  if (value.closed !== undefined) result["closed"] = readClosed(value.closed, context, "closed");
  if (value.typed !== undefined) result["typed"] = writeTyped(value.typed, context, "typed");
  context.leave();
  return keepUndeclared(value, result, createThingRequestBodyNames, context);
}

export interface Scores {
  value?: number;
}

/** Parses and writes {@link Scores}. */
export const Scores: Companion<Scores> = /* @__PURE__ */ companion(readScores, readScores);

/** Reads {@link Scores} from decoded JSON. */
export function readScores(value: unknown, context: Context, key?: PathKey): Scores {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["value"])) checkNumber(value["value"], context, "value");
  context.leave();
  return value as unknown as Scores;
}

export interface Open {
  known?: string;
  additionalProperties?: { [k: string]: any };
}

/** Parses and writes {@link Open}. */
export const Open: Companion<Open> = /* @__PURE__ */ companion(readOpen, writeOpen);

/** Reads {@link Open} from decoded JSON. */
export function readOpen(value: unknown, context: Context, key?: PathKey): Open {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: Open = {};
  if (context.has(value["known"])) result.known = checkString(value["known"], context, "known");
  const additional = mapAdditional(value, openNames, context);
  context.leave();
  if (Object.keys(additional).length > 0) result["additionalProperties"] = additional;
  return result;
}

/** Writes {@link Open} for JSON. */
export function writeOpen(value: Open, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {};
  if (value.known !== undefined) result["known"] = checkString(value.known, context, "known");
  const additional = value.additionalProperties;
  context.leave();
  return keepUndeclared(value, { ...additional, ...result }, openNames2, context);
}

export interface Closed {
  known?: string;
}

/** Parses and writes {@link Closed}. */
export const Closed: Companion<Closed> = /* @__PURE__ */ companion(readClosed, readClosed);

/** Reads {@link Closed} from decoded JSON. */
export function readClosed(value: unknown, context: Context, key?: PathKey): Closed {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["known"])) checkString(value["known"], context, "known");
  checkClosed(value, closedNames, context);
  context.leave();
  return value as unknown as Closed;
}

export interface Typed {
  known?: number;
  additionalProperties?: { [k: string]: number };
}

/** Parses and writes {@link Typed}. */
export const Typed: Companion<Typed> = /* @__PURE__ */ companion(readTyped, writeTyped);

/** Reads {@link Typed} from decoded JSON. */
export function readTyped(value: unknown, context: Context, key?: PathKey): Typed {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: Typed = {};
  if (context.has(value["known"])) result.known = checkInteger(value["known"], context, "known");
  const additional = mapAdditional(value, typedNames, context, checkInteger);
  context.leave();
  if (Object.keys(additional).length > 0) result["additionalProperties"] = additional;
  return result;
}

/** Writes {@link Typed} for JSON. */
export function writeTyped(value: Typed, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {};
  if (value.known !== undefined) result["known"] = checkInteger(value.known, context, "known");
  const additional = value.additionalProperties && mapRecord(
    value.additionalProperties,
    context,
    undefined,
    checkInteger,
  );
  context.leave();
  return keepUndeclared(value, { ...additional, ...result }, typedNames2, context);
}

const createThingRequestBodyNames = /* @__PURE__ */ new Set<string>([
  "labels",
  "scores",
  "anything",
  "open",
  "closed",
  "typed",
]);

const openNames = /* @__PURE__ */ new Set<string>(["known"]);

const openNames2 = /* @__PURE__ */ new Set<string>(["known", "additionalProperties"]);

const closedNames = /* @__PURE__ */ new Set<string>(["known"]);

const typedNames = /* @__PURE__ */ new Set<string>(["known"]);

const typedNames2 = /* @__PURE__ */ new Set<string>(["known", "additionalProperties"]);
