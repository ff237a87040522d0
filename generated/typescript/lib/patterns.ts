// Typewright's runtime, copied as it is; its digest is 9a811e69b7fad2fd.
/** Regular expressions of `pattern` (JSON Schema Validation, 6.3.3). */

/** Returns a `pattern` as an expression, with Unicode's semantics where it has them; one that is none matches all. */
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
