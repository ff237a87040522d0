/** Warnings of deprecated operations and arguments. */
const warned = /* @__PURE__ */ new Set();
/** Returns a function that warns of a deprecated subject, once in a program. */
export function deprecated(advice) {
    return (subject) => {
        const message = `${subject} is deprecated. ${advice}`;
        if (warned.has(message))
            return;
        warned.add(message);
        console.warn(message);
    };
}
