/** MD5 (RFC 1321), which old digest authentication needs and `crypto.subtle` lacks. */
/** Returns the MD5 of a text in UTF-8, as hexadecimal digits. */
export declare function md5(text: string): string;
