/** Warnings of what should no longer be used. */
const warned = /* @__PURE__ */ new Set();
/** Returns what warns, once in the life of the program, of something that should no longer be used. */
export function deprecated(advice) {
    return (subject) => {
        const message = `${subject} is deprecated. ${advice}`;
        if (warned.has(message))
            return;
        warned.add(message);
        console.warn(message);
    };
}
