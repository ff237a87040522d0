/** The generated description of an operation, and the options of a call of it. */
export {};
