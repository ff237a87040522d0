/** The value that stands beside a type of the same name: it parses and writes values of that type. */
import { type Convert } from "./validation.js";
/** How values are held against their schema: `strict` throws at what does not fit, `lenient` passes it on. */
export type ValidationMode = "strict" | "lenient";
/** Parses and writes values of a type. */
export interface Companion<T> {
    /** Returns the value that decoded JSON describes. Throws {@link ResponseValidationError} where it does not fit. */
    parse(this: void, value: unknown, mode?: ValidationMode): T;
    /** Returns the value that a JSON text describes. Throws {@link ResponseValidationError} where it does not fit. */
    parseText(this: void, text: string, mode?: ValidationMode): T;
    /** Returns what is sent for a value, for `JSON.stringify`. Throws {@link ResponseValidationError} likewise. */
    serialize(this: void, value: T, mode?: ValidationMode): unknown;
}
/** Returns the companion of the type that two functions read and write, and whose JSON `parseJSON` parses. */
export declare function companion<T>(read: Convert<unknown, T>, write: Convert<T, unknown>, parseJSON?: (text: string) => unknown): Companion<T>;
