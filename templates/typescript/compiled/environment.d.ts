/** The runtime that executes the program, and its environment variables. */
/** Returns the value of an environment variable; undefined if it is empty, unset, or cannot be read. */
export declare function readVariable(name: string | undefined): string | undefined;
/** Whether an environment variable says yes. */
export declare function isSwitchedOn(name: string): boolean;
/** Whether the program runs in a browser: it hides redirects, and does not let some headers be set. */
export declare function isBrowser(): boolean;
/** Whether Node runs the program. */
export declare function isNode(): boolean;
/** Returns the name and version of the runtime. */
export declare function runtimeName(): string;
