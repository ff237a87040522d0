/** The string formats that are checked, in their common forms (RFC 5321, 1123, 2673, 4291, 3986, 4122, 3339). */
export { isDate } from "./dates.js";
/** Whether a text is an address of email. */
export declare function isEmail(text: string): boolean;
/** Whether a text is a host's name. */
export declare function isHostname(text: string): boolean;
/** Whether a text is an IPv4 address. */
export declare function isIPv4(text: string): boolean;
/** Whether a text is an IPv6 address. */
export declare function isIPv6(text: string): boolean;
/** Whether a text is an absolute URI. */
export declare function isURI(text: string): boolean;
/** Whether a text is a UUID. */
export declare function isUUID(text: string): boolean;
