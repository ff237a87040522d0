/** SHA-512/256 (FIPS 180-4, section 6.7), which digest authentication may ask for and `crypto.subtle` lacks. */
/** Returns the SHA-512/256 of bytes, as hexadecimal digits. */
export declare function sha512_256(bytes: Uint8Array): string;
