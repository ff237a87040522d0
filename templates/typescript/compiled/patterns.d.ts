/** Regular expressions of `pattern` (JSON Schema Validation, 6.3.3). */
/** Returns a `pattern` as an expression, with Unicode's semantics where it has them; one that is none matches all. */
export declare function pattern(source: string): RegExp;
