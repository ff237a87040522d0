/** The string formats that are checked, in their common forms (RFC 5321, 1123, 2673, 4291, 3986, 4122, 3339). */
export { isDate } from "./dates.js";
const emailPattern = /^[^@\s]+@[^@\s]+$/;
const hostnamePattern = /^(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/;
const ipv4Pattern = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
const uriPattern = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s]*$/;
const uuidPattern = /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;
/** Whether a text is an address of email. */
export function isEmail(text) {
    return emailPattern.test(text);
}
/** Whether a text is a host's name. */
export function isHostname(text) {
    return hostnamePattern.test(text);
}
/** Whether a text is an IPv4 address. */
export function isIPv4(text) {
    return ipv4Pattern.test(text);
}
/** Whether a text is an IPv6 address. */
export function isIPv6(text) {
    const embedded = /^(.*:)([^:]*\.[^:]*)$/.exec(text);
    if (embedded !== null && !isIPv4(embedded[2] ?? ""))
        return false;
    const hexadecimal = embedded === null ? text : `${embedded[1]}0:0`;
    const halves = hexadecimal.split("::");
    if (halves.length > 2)
        return false;
    const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
    const isComplete = halves.length === 2 ? groups.length < 8 : groups.length === 8;
    return isComplete && groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group));
}
/** Whether a text is an absolute URI. */
export function isURI(text) {
    return uriPattern.test(text);
}
/** Whether a text is a UUID. */
export function isUUID(text) {
    return uuidPattern.test(text);
}
