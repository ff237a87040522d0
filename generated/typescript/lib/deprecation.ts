// Typewright's runtime, copied as it is; its digest is b7885f5888e32323.
/** Warnings of what should no longer be used. */

const warned: Set<string> = /* @__PURE__ */ new Set();

/** Warns of something deprecated, once in the life of the program. */
export function warnOnce(message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(message);
}
