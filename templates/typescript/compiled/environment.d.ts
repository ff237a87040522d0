/** What is known about the surroundings of the program. */
/** Returns the value of an environment variable; undefined where it is empty, or where nothing is known of it. */
export declare function readVariable(name: string | undefined): string | undefined;
/** Whether a browser's rules hold: redirects cannot be seen, and some headers not set. */
export declare function isBrowser(): boolean;
/** Whether Node runs the program. */
export declare function isNode(): boolean;
/** Returns the name and version of what runs the program. */
export declare function runtimeName(): string;
