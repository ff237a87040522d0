// Typewright's runtime, copied as it is; its digest is 21f8cfdaabc66ee9.
/** Warnings of deprecated operations, arguments and members of bodies. */

import { isObject } from "./validation.js";

const warned: Set<string> = /* @__PURE__ */ new Set();

/** Returns a function that warns of a deprecated subject, once in a program. */
export function deprecated(advice: string): (subject: string) => void {
  return (subject) => {
    const message = `${subject} is deprecated. ${advice}`;
    if (warned.has(message)) return;
    warned.add(message);
    console.warn(message);
  };
}

/**
 * Returns a function that warns of the deprecated members that a body has, once in a program for each. `advice` is what
 * to do instead, by the member's name.
 */
export function deprecatedMembers(
  advice: Readonly<Record<string, string>>,
): (body: unknown, operation: string) => void {
  const members = Object.entries(advice).map(([name, text]) => ({ name, warn: deprecated(text) }));
  return (body, operation) => {
    for (const { name, warn } of members)
      if (isObject(body) && body[name] !== undefined) warn(`${name} of ${operation}`);
  };
}
