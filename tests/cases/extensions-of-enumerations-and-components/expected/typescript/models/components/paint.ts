import { type Companion, companion } from "../../lib/companion.js";
import {
  type Context,
  type PathKey,
  type Unrecognized,
  checkEnum,
  checkString,
  isObject,
} from "../../lib/validation.js";

export interface Paint {
  open: Open;
  closed: Closed;
  literal: Literal;
  member: Member;
}

/** Parses and writes {@link Paint}. */
export const Paint: Companion<Paint> = /* @__PURE__ */ companion(readPaint, readPaint);

/** Reads {@link Paint} from decoded JSON. */
export function readPaint(value: unknown, context: Context, key?: PathKey): Paint {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  readOpen(value["open"], context, "open");
  readClosed(value["closed"], context, "closed");
  readLiteral(value["literal"], context, "literal");
  readMember(value["member"], context, "member");
  context.leave();
  return value as unknown as Paint;
}

export const Open = {
  Red: "red",
  Blue: "blue",
} as const;
export type Open = (typeof Open)[keyof typeof Open] | Unrecognized<string>;

/** Reads {@link Open} from decoded JSON. */
export function readOpen(value: unknown, context: Context, key?: PathKey): Open {
  return checkString(value, context, key);
}

export const Closed = {
  Red: "red",
  Blue: "blue",
} as const;
export type Closed = (typeof Closed)[keyof typeof Closed];

/** Reads {@link Closed} from decoded JSON. */
export function readClosed(value: unknown, context: Context, key?: PathKey): Closed {
  return checkEnum(value, context, key, closedValues);
}

export type Literal = "red" | "blue" | Unrecognized<string>;

/** Parses and writes {@link Literal}. */
export const Literal: Companion<Literal> = /* @__PURE__ */ companion(readLiteral, readLiteral);

/** Reads {@link Literal} from decoded JSON. */
export function readLiteral(value: unknown, context: Context, key?: PathKey): Literal {
  return checkString(value, context, key);
}

export const Member = {
  Red: "red",
  Blue: "blue",
} as const;
export type Member = (typeof Member)[keyof typeof Member] | Unrecognized<string>;

/** Reads {@link Member} from decoded JSON. */
export function readMember(value: unknown, context: Context, key?: PathKey): Member {
  return checkString(value, context, key);
}

const closedValues = ["red", "blue"] as const;
