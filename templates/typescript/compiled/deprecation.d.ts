/** Warnings of what should no longer be used. */
/** Returns what warns, once in the life of the program, of something that should no longer be used. */
export declare function deprecated(advice: string): (subject: string) => void;
