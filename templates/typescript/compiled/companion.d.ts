/** Companions: values that have the name of a type, and parse and serialize values of it. */
import { type Convert } from "./validation.js";
/** How values are validated: `strict` throws if a value is invalid, `lenient` returns it as it is. */
export type ValidationMode = "strict" | "lenient";
/** Parses and writes values of a type. */
export interface Companion<T> {
    /** Returns the value of decoded JSON. Throws {@link ResponseValidationError} if it is invalid. */
    parse(this: void, value: unknown, mode?: ValidationMode): T;
    /** Returns the value of a JSON text. Throws {@link ResponseValidationError} if it is invalid. */
    parseText(this: void, text: string, mode?: ValidationMode): T;
    /** Returns the wire's form of a value. Throws {@link ResponseValidationError} if it is invalid. */
    serialize(this: void, value: T, mode?: ValidationMode): unknown;
}
/** Returns the companion of the type that two functions read and write, and whose JSON `parseJSON` parses. */
export declare function companion<T>(read: Convert<unknown, T>, write: Convert<T, unknown>, parseJSON?: (text: string) => unknown): Companion<T>;
