/** The part of a JSON Schema that no function of `validation` and `constraints` says, evaluated on the wire's form. */
import { type Context, type PathKey } from "./validation.js";
/** A schema (JSON Schema 2020-12); a `$ref` is a name among the definitions. */
export type Schema = boolean | {
    readonly [keyword: string]: unknown;
};
/** The schemas that a `$ref` may name. */
export type Definitions = Readonly<Record<string, Schema>>;
/**
 * Returns a value that is in the wire's form. In strict contexts, reports the first thing by which it does not satisfy
 * a schema.
 */
export declare function checkSchema<T>(value: unknown, context: Context, key: PathKey | undefined, schema: Schema, definitions?: Definitions): T;
