/**
 * The building blocks of generated read and write functions: type checks, and the context that collects issues.
 * Each function takes a value, the context, and the name or index of the value in its parent. An invalid value is
 * reported and returned as it is; the caller of the outermost function decides whether that is an error.
 */
/** The name of a property on the wire, or the index of an item. */
export type PathKey = string | number;
/** One problem of a value. */
export interface Issue {
    /** The path of the value: names on the wire and indexes, outermost first. */
    readonly path: readonly PathKey[];
    /** What is wrong, as `should be a string`. */
    readonly message: string;
    /** The value that is wrong. */
    readonly value: unknown;
}
/** Converts a value of one form, decoded JSON or the program's, to the other. */
export type Convert<From, To> = (value: From, context: Context, key?: PathKey) => To;
/** A value that an open enumeration does not list: a later version of the API may know it. */
export type Unrecognized<T> = T & {
    readonly [unrecognized]?: never;
};
declare const unrecognized: unique symbol;
/** Collects issues while a value is read or written. */
export declare class Context {
    #private;
    /** Whether constraints are checked besides types. */
    readonly strict: boolean;
    /** The problems in the order in which they were found. */
    readonly issues: Issue[];
    /** The number of properties that no schema declares. */
    undeclared: number;
    /** Whether a constant that identifies a union's member has another value. */
    hasOtherConstant: boolean;
    /** Whether null means that a property is absent: servers send it so, whatever they declare. */
    readonly nullIsAbsent: boolean;
    constructor(strict: boolean, nullIsAbsent?: boolean);
    /** Enters the value at `key`, whose parts are checked next; the outermost value has no key. */
    enter(key: PathKey | undefined): void;
    /** Leaves the innermost value that was entered. */
    leave(): void;
    /** Whether an optional property, whose schema does not admit null, is present. */
    has<T>(value: T | null | undefined): value is T;
    /** Reports a problem of the value at `key`. */
    report(value: unknown, key: PathKey | undefined, message: string): void;
    /** Reports that the value at `key` is not what it should be (`a string`), and returns it as if it were. */
    mismatch<T>(value: unknown, key: PathKey | undefined, expected: string): T;
    /** Returns the path of the value at `key`: names on the wire and indexes, outermost first. */
    pathOf(key?: PathKey): PathKey[];
}
/** Whether a value is an object of JSON: no array, not null. */
export declare function isObject<T>(value: T): value is T & Record<string, unknown>;
/** Returns a value of any type; reports undefined. */
export declare function checkPresent<T>(value: unknown, context: Context, key?: PathKey): T;
/** Returns a string. */
export declare function checkString(value: unknown, context: Context, key?: PathKey): string;
/** Returns a number. */
export declare function checkNumber(value: unknown, context: Context, key?: PathKey): number;
/** Returns an integer; one beyond 2^53, which is not exact, is reported. */
export declare function checkInteger(value: unknown, context: Context, key?: PathKey): number;
/** Returns a boolean. */
export declare function checkBoolean(value: unknown, context: Context, key?: PathKey): boolean;
/** Returns null. */
export declare function checkNull(value: unknown, context: Context, key?: PathKey): null;
/** Returns the one value that is allowed. */
export declare function checkConstant<const T extends string | number | boolean | null>(value: unknown, context: Context, key: PathKey | undefined, constant: T): T;
/** Returns one of the values that are listed. */
export declare function checkEnum<T>(value: unknown, context: Context, key: PathKey | undefined, values: readonly T[]): T;
/** Returns the items of an array, each converted by `item`. */
export declare function mapArray<T>(value: unknown, context: Context, key: PathKey | undefined, item: Convert<never, T>): T[];
/** Returns the items of a tuple, each converted by its own function, and the following ones by `rest`. */
export declare function mapTuple<T extends readonly unknown[]>(value: unknown, context: Context, key: PathKey | undefined, items: readonly Convert<never, unknown>[], rest?: Convert<never, unknown> | "closed"): T;
/** Returns a record, its values converted by `item`. */
export declare function mapRecord<T>(value: unknown, context: Context, key: PathKey | undefined, item: Convert<never, T>): Record<string, T>;
/** Returns null as it is, and all other values converted by `convert`. */
export declare function mapNullable<T>(value: unknown, context: Context, key: PathKey | undefined, convert: Convert<never, T>): T | null;
/** Adds the properties of `source` that are not in `declared` to `target`, under the names that they have. */
export declare function keepUndeclared<T extends object>(source: object, target: T, declared: ReadonlySet<string>, context: Context): T;
/** Counts the properties of a value that are not in `declared`: the member of a union with fewest fits best. */
export declare function countUndeclared(value: object, declared: ReadonlySet<string>, context: Context): void;
/** Reports, in strict contexts, the properties that are not in `declared`, of a value that may have no others. */
export declare function checkClosed(value: object, declared: ReadonlySet<string>, context: Context): void;
/** Returns the properties of `source` that are not in `declared`, each converted by `item`. */
export declare function mapAdditional<T>(source: object, declared: ReadonlySet<string>, context: Context, item?: Convert<never, T>): Record<string, T>;
/** Returns an own property, for names that all objects inherit. */
export declare function ownProperty<T extends object, K extends keyof T>(value: T, name: K): T[K];
/** Sets a property that may have any name: `__proto__`, too, is only a name. */
export declare function setProperty(target: object, name: string, value: unknown): void;
export {};
