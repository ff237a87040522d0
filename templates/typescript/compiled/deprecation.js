/** Warnings of what should no longer be used. */
const warned = /* @__PURE__ */ new Set();
/** Warns of something deprecated, once in the life of the program. */
export function warnOnce(message) {
    if (warned.has(message))
        return;
    warned.add(message);
    console.warn(message);
}
