import { type Companion, companion } from "../../lib/companion.js";
import { mapOneOf } from "../../lib/unions.js";
import { type Context, type PathKey, checkString, countUndeclared, isObject } from "../../lib/validation.js";

export interface Choice {
  next?: Next;
}

/** Parses and writes {@link Choice}. */
export const Choice: Companion<Choice> = /* @__PURE__ */ companion(readChoice, readChoice);

/** Reads {@link Choice} from decoded JSON. */
export function readChoice(value: unknown, context: Context, key?: PathKey): Choice {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["next"])) readNext(value["next"], context, "next");
  context.leave();
  return value as unknown as Choice;
}

export type Next = One | Two;

/** Parses and writes {@link Next}. */
export const Next: Companion<Next> = /* @__PURE__ */ companion(readNext, readNext);

/** Reads {@link Next} from decoded JSON. */
export function readNext(value: unknown, context: Context, key?: PathKey): Next {
  return mapOneOf<Next>(value, context, key, [readOne, readTwo]);
}

export interface One {
  next?: Next;
  left?: string;
}

/** Parses and writes {@link One}. */
export const One: Companion<One> = /* @__PURE__ */ companion(readOne, readOne);

/** Reads {@link One} from decoded JSON. */
export function readOne(value: unknown, context: Context, key?: PathKey): One {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["next"])) readNext(value["next"], context, "next");
  if (context.has(value["left"])) checkString(value["left"], context, "left");
  countUndeclared(value, oneNames, context);
  context.leave();
  return value as unknown as One;
}

export interface Two {
  next?: Next;
  right?: string;
}

/** Parses and writes {@link Two}. */
export const Two: Companion<Two> = /* @__PURE__ */ companion(readTwo, readTwo);

/** Reads {@link Two} from decoded JSON. */
export function readTwo(value: unknown, context: Context, key?: PathKey): Two {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["next"])) readNext(value["next"], context, "next");
  if (context.has(value["right"])) checkString(value["right"], context, "right");
  countUndeclared(value, twoNames, context);
  context.leave();
  return value as unknown as Two;
}

const oneNames = /* @__PURE__ */ new Set<string>(["next", "left"]);

const twoNames = /* @__PURE__ */ new Set<string>(["next", "right"]);
