/** Regular expressions of `pattern` (JSON Schema Validation, 6.3.3). */
/** Returns a `pattern` as a regular expression, in Unicode mode if it is valid there. An invalid one matches all. */
export declare function pattern(source: string): RegExp;
