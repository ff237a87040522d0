// Typewright's runtime, copied as it is; its digest is 9883677324a4140e.
/** Companions: values that have the name of a type, and parse and serialize values of it. */

import { ResponseValidationError } from "./errors.js";
import { Context, type Convert } from "./validation.js";

/** How values are validated: `strict` throws if a value is invalid, `lenient` returns it as it is. */
export type ValidationMode = "strict" | "lenient";

/** Parses and writes values of a type. */
export interface Companion<T> {
  /** Returns the value of decoded JSON. Throws {@link ResponseValidationError} if it is invalid. */
  parse(this: void, value: unknown, mode?: ValidationMode): T;
  /** Returns the value of a JSON text. Throws {@link ResponseValidationError} if it is invalid. */
  parseText(this: void, text: string, mode?: ValidationMode): T;
  /** Returns the wire's form of a value. Throws {@link ResponseValidationError} if it is invalid. */
  serialize(this: void, value: T, mode?: ValidationMode): unknown;
}

/** Returns the companion of the type that two functions read and write, and whose JSON `parseJSON` parses. */
export function companion<T>(
  read: Convert<unknown, T>,
  write: Convert<T, unknown>,
  parseJSON: (text: string) => unknown = JSON.parse,
): Companion<T> {
  // APIs say null for what is absent, whatever their description; what is sent says it only where it is described.
  const parse = (value: unknown, mode?: ValidationMode): T => convert(value, read, true, mode);
  return {
    parse,
    parseText: (text, mode) => parse(decode(text, parseJSON), mode),
    serialize: (value, mode) => convert(value, write, mode === "lenient", mode),
  };
}

function convert<From, To>(
  value: From,
  conversion: Convert<From, To>,
  nullIsAbsent: boolean,
  mode: ValidationMode = "strict",
): To {
  const context = new Context(mode === "strict", nullIsAbsent);
  const converted = conversion(value, context);
  if (mode === "strict" && context.issues.length > 0) {
    throw new ResponseValidationError("The value does not fit its schema", value, context.issues);
  }
  return converted;
}

function decode(text: string, parseJSON: (text: string) => unknown): unknown {
  try {
    return parseJSON(text);
  } catch (cause) {
    throw new ResponseValidationError("The text is not JSON", text, [], { cause });
  }
}
