// Typewright's runtime, copied as it is; its digest is 5b21997125d81ce3.
/** Regular expressions of `pattern` (JSON Schema Validation, 6.3.3). */

/** Returns a `pattern` as a regular expression, in Unicode mode if it is valid there. An invalid one matches all. */
export function pattern(source: string): RegExp {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(source, flags);
    } catch {
      // Not an expression by these rules.
    }
  }
  return /(?:)/;
}
