/** Type checks with the bounds of JSON Schema Validation (sections 6.2 to 6.5). */
import { type Context, type Convert, type PathKey } from "./validation.js";
/** Bounds of a string; lengths count code points. */
export interface StringRules {
    readonly minLength?: number;
    readonly maxLength?: number;
    readonly pattern?: RegExp;
    /** The name of the format. */
    readonly format?: string;
    /** Whether the text has the format; one of the module `formats`. */
    readonly hasFormat?: (text: string) => boolean;
}
/** Bounds of a number. */
export interface NumberRules {
    readonly minimum?: number;
    readonly maximum?: number;
    readonly exclusiveMinimum?: number;
    readonly exclusiveMaximum?: number;
}
/** Bounds of an array. */
export interface ArrayRules {
    readonly minItems?: number;
    readonly maxItems?: number;
    readonly uniqueItems?: boolean;
}
/** Bounds of an object. */
export interface ObjectRules {
    readonly minProperties?: number;
    readonly maxProperties?: number;
}
/** Returns a string within bounds. */
export declare function checkStringIn(value: unknown, context: Context, key: PathKey | undefined, rules: StringRules): string;
/** Returns a number within bounds. */
export declare function checkNumberIn(value: unknown, context: Context, key: PathKey | undefined, rules: NumberRules): number;
/** Returns an integer within bounds. */
export declare function checkIntegerIn(value: unknown, context: Context, key: PathKey | undefined, rules: NumberRules): number;
/** Returns a number or a `bigint` within bounds. */
export declare function checkBounds<T extends number | bigint>(number: T, context: Context, key: PathKey | undefined, rules: NumberRules): T;
/** Returns a number or a `bigint` that is a multiple of `factor`. */
export declare function checkMultiple<T extends number | bigint>(number: T, context: Context, key: PathKey | undefined, factor: number): T;
/** Whether a number is a whole multiple of another, both taken as the decimals that they are written as. */
export declare function isMultiple(value: number | bigint, factor: number): boolean;
/** Returns the items of an array within bounds, each converted by `item`. */
export declare function mapArrayIn<T>(value: unknown, context: Context, key: PathKey | undefined, item: Convert<never, T>, rules: ArrayRules): T[];
/** Returns an array; reports one with too few or too many items, or with equal ones. */
export declare function checkItems<T>(value: T, context: Context, key: PathKey | undefined, rules: ArrayRules): T;
/** Whether two of the items are equal as JSON values. */
export declare function hasDuplicates(items: readonly unknown[]): boolean;
/** Returns the values of an object within bounds, each converted by `item`. */
export declare function mapRecordIn<T>(value: unknown, context: Context, key: PathKey | undefined, item: Convert<never, T>, rules: ObjectRules): Record<string, T>;
/** Reports an object with too few or too many properties. */
export declare function checkSize(value: unknown, context: Context, key: PathKey | undefined, rules: ObjectRules): void;
