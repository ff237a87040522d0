// Typewright's runtime, copied as it is; its digest is 53d1186eafd237d9.
/** Equality of JSON values. */

import { isObject } from "./validation.js";

/** Whether two JSON values are equal; the order of properties does not matter (JSON Schema Core, section 4.2.2). */
export function isEqual(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (Array.isArray(first) && Array.isArray(second)) {
    return first.length === second.length && first.every((item, index) => isEqual(item, second[index]));
  }
  if (first instanceof Date && second instanceof Date) return first.getTime() === second.getTime();
  if (!isObject(first) || !isObject(second)) return false;
  const names = Object.keys(first);
  return (
    names.length === Object.keys(second).length &&
    names.every((name) => Object.hasOwn(second, name) && isEqual(first[name], second[name]))
  );
}
