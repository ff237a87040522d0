/** What a standalone function returns: a value or an error, never thrown. */
export {};
