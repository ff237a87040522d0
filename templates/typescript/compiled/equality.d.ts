/** Equality of JSON values. */
/** Whether two JSON values are equal; the order of properties does not matter (JSON Schema Core, section 4.2.2). */
export declare function isEqual(first: unknown, second: unknown): boolean;
