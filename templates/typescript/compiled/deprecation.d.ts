/** Warnings of deprecated operations, arguments and members of bodies. */
/** Returns a function that warns of a deprecated subject, once in a program. */
export declare function deprecated(advice: string): (subject: string) => void;
/**
 * Returns a function that warns of the deprecated members that a body has, once in a program for each. `advice` is what
 * to do instead, by the member's name.
 */
export declare function deprecatedMembers(advice: Readonly<Record<string, string>>): (body: unknown, operation: string) => void;
