/** Integers of 64 bits as `bigint`, and JSON that loses none of their digits. */
const jsonToken = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** Returns an integer. */
export function readBigInt(value, context, key) {
    if (typeof value === "bigint")
        return value;
    return Number.isSafeInteger(value) ? BigInt(value) : context.mismatch(value, key, "an integer");
}
/** Returns the wire's form of an integer for `stringifyLossless`: a number if it is exact, else a `bigint`. */
export function writeBigInt(value, context, key) {
    const integer = readBigInt(value, context, key);
    return Number.isSafeInteger(Number(integer)) ? Number(integer) : integer;
}
/** Parses JSON as `JSON.parse` does, but integers beyond 2^53 are of type `bigint`. Throws `SyntaxError` likewise. */
export function parseLossless(text) {
    if (!/\d{16}/.test(text))
        return JSON.parse(text);
    const mark = crypto.randomUUID();
    const marked = text.replace(jsonToken, (token) => /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${mark}${token}"` : token);
    return JSON.parse(marked, (_name, value) => typeof value === "string" && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value);
}
/** Writes JSON as `JSON.stringify` does; a `bigint` is a number of all its digits. */
export function stringifyLossless(value) {
    const mark = crypto.randomUUID();
    const marked = JSON.stringify(value, (_name, member) => typeof member === "bigint" ? `${mark}${member}` : member);
    return marked.replaceAll(new RegExp(`"${mark}(-?\\d+)"`, "g"), "$1");
}
