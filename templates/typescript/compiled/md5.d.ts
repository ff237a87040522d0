/** MD5 (RFC 1321), which old digest authentication needs and `crypto.subtle` lacks. */
/** Returns the MD5 of bytes, as hexadecimal digits. */
export declare function md5(bytes: Uint8Array): string;
