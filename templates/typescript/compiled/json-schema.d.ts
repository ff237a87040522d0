/** Evaluates the keywords of JSON Schema that `validation` and `constraints` do not cover, on the wire's form. */
import { type Context, type PathKey } from "./validation.js";
/** A schema (JSON Schema 2020-12); a `$ref` is a name among the definitions. */
export type Schema = boolean | {
    readonly [keyword: string]: unknown;
};
/** The schemas that a `$ref` may name. */
export type Definitions = Readonly<Record<string, Schema>>;
/**
 * Returns a value that is in the wire's form. In strict contexts, reports the first keyword of the schema that it
 * violates.
 */
export declare function checkSchema<T>(value: unknown, context: Context, key: PathKey | undefined, schema: Schema, definitions?: Definitions): T;
