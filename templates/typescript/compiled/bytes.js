/** Bytes as base64 strings in JSON (RFC 4648, section 4). */
const base64Pattern = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/;
/** Returns the bytes that a base64 string encodes; the URL-safe alphabet (section 5) is accepted, too. */
export function readBytes(value, context, key) {
    if (typeof value !== "string")
        return context.mismatch(value, key, "bytes in base64");
    const text = value
        .replaceAll("-", "+")
        .replaceAll("_", "/")
        .replaceAll(/[\r\n]/g, "");
    return base64Pattern.test(text) ? fromBase64(text) : context.mismatch(value, key, "bytes in base64");
}
/** Returns bytes as a base64 string. A string is taken to be base64 already. */
export function writeBytes(value, context, key) {
    if (value instanceof Uint8Array)
        return toBase64(value);
    return typeof value === "string" ? value : context.mismatch(value, key, "a Uint8Array");
}
/** Decodes base64. */
export function fromBase64(text) {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index++)
        bytes[index] = binary.charCodeAt(index);
    return bytes;
}
/** Encodes bytes as base64. */
export function toBase64(bytes) {
    let binary = "";
    for (let start = 0; start < bytes.length; start += 0x8000) {
        binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
    }
    return btoa(binary);
}
