/** Warnings of what should no longer be used. */

const warned: Set<string> = /* @__PURE__ */ new Set();

/** Returns what warns, once in the life of the program, of something that should no longer be used. */
export function deprecated(advice: string): (subject: string) => void {
  return (subject) => {
    const message = `${subject} is deprecated. ${advice}`;
    if (warned.has(message)) return;
    warned.add(message);
    console.warn(message);
  };
}
