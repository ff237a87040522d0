/** Warnings of what should no longer be used. */
/** Warns of something deprecated, once in the life of the program. */
export declare function warnOnce(message: string): void;
