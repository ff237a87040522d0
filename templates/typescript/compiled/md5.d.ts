/** MD5 (RFC 1321), which digest authentication of old needs, and which `crypto.subtle` does not know. */
/** Returns the MD5 of a text in UTF-8, as hexadecimal digits. */
export declare function md5(text: string): string;
