/** Warnings of deprecated operations and arguments. */
/** Returns a function that warns of a deprecated subject, once in a program. */
export declare function deprecated(advice: string): (subject: string) => void;
