// Typewright's runtime, copied as it is; its digest is 173f07e241057c6e.
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
export type Unrecognized<T> = T & { readonly [unrecognized]?: never };
declare const unrecognized: unique symbol;

/** Collects issues while a value is read or written. */
export class Context {
  /** Whether constraints are checked besides types. */
  readonly strict: boolean;
  /** The problems in the order in which they were found. */
  readonly issues: Issue[] = [];
  /** The number of properties that no schema declares. */
  undeclared: number = 0;
  /** Whether a constant that identifies a union's member has another value. */
  hasOtherConstant: boolean = false;
  readonly #path: (PathKey | undefined)[] = [];

  /** Whether null means that a property is absent: servers send it so, whatever they declare. */
  readonly nullIsAbsent: boolean;

  constructor(strict: boolean, nullIsAbsent: boolean = !strict) {
    this.strict = strict;
    this.nullIsAbsent = nullIsAbsent;
  }

  /** Enters the value at `key`, whose parts are checked next; the outermost value has no key. */
  enter(key: PathKey | undefined): void {
    this.#path.push(key);
  }

  /** Leaves the innermost value that was entered. */
  leave(): void {
    this.#path.pop();
  }

  /** Whether an optional property, whose schema does not admit null, is present. */
  has<T>(value: T | null | undefined): value is T {
    return this.nullIsAbsent ? value != null : value !== undefined;
  }

  /** Reports a problem of the value at `key`. */
  report(value: unknown, key: PathKey | undefined, message: string): void {
    this.issues.push({ path: this.pathOf(key), message, value });
  }

  /** Reports that the value at `key` is not what it should be (`a string`), and returns it as if it were. */
  mismatch<T>(value: unknown, key: PathKey | undefined, expected: string): T {
    this.report(value, key, value === undefined ? "is required" : `should be ${expected}`);
    return value as T;
  }

  /** Returns the path of the value at `key`: names on the wire and indexes, outermost first. */
  pathOf(key?: PathKey): PathKey[] {
    return [...this.#path, key].filter((entered) => entered !== undefined);
  }
}

/** Whether a value is an object of JSON: no array, not null. */
export function isObject<T>(value: T): value is T & Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns a value of any type; reports undefined. */
export function checkPresent<T>(value: unknown, context: Context, key?: PathKey): T {
  return value === undefined ? context.mismatch(value, key, "present") : (value as T);
}

/** Returns a string. */
export function checkString(value: unknown, context: Context, key?: PathKey): string {
  return typeof value === "string" ? value : context.mismatch(value, key, "a string");
}

/** Returns a number. */
export function checkNumber(value: unknown, context: Context, key?: PathKey): number {
  return typeof value === "number" && Number.isFinite(value) ? value : context.mismatch(value, key, "a number");
}

/** Returns an integer; one beyond 2^53, which is not exact, is reported. */
export function checkInteger(value: unknown, context: Context, key?: PathKey): number {
  if (Number.isSafeInteger(value)) return value as number;
  if (!Number.isInteger(value)) return context.mismatch(value, key, "an integer");
  context.report(value, key, "is beyond the integers that a number holds exactly");
  return value as number;
}

/** Returns a boolean. */
export function checkBoolean(value: unknown, context: Context, key?: PathKey): boolean {
  return typeof value === "boolean" ? value : context.mismatch(value, key, "true or false");
}

/** Returns null. */
export function checkNull(value: unknown, context: Context, key?: PathKey): null {
  return value === null ? value : context.mismatch(value, key, "null");
}

/** Returns the one value that is allowed. */
export function checkConstant<const T extends string | number | boolean | null>(
  value: unknown,
  context: Context,
  key: PathKey | undefined,
  constant: T,
): T {
  if (value === constant) return constant;
  context.hasOtherConstant = true;
  return context.mismatch(value, key, JSON.stringify(constant));
}

/** Returns one of the values that are listed. */
export function checkEnum<T>(value: unknown, context: Context, key: PathKey | undefined, values: readonly T[]): T {
  if (values.includes(value as T)) return value as T;
  return context.mismatch(value, key, `one of ${values.map((listed) => JSON.stringify(listed)).join(", ")}`);
}

/** Returns the items of an array, each converted by `item`. */
export function mapArray<T>(value: unknown, context: Context, key: PathKey | undefined, item: Convert<never, T>): T[] {
  if (!Array.isArray(value)) return context.mismatch(value, key, "an array");
  context.enter(key);
  const items = new Array<T>(value.length);
  for (let index = 0; index < value.length; index++) items[index] = item(value[index] as never, context, index);
  context.leave();
  return items;
}

/** Returns the items of a tuple, each converted by its own function, and the following ones by `rest`. */
export function mapTuple<T extends readonly unknown[]>(
  value: unknown,
  context: Context,
  key: PathKey | undefined,
  items: readonly Convert<never, unknown>[],
  rest?: Convert<never, unknown> | "closed",
): T {
  if (!Array.isArray(value)) return context.mismatch(value, key, "an array");
  if (rest === "closed" && value.length > items.length) {
    context.report(value, key, `should have at most ${items.length} items`);
  }
  context.enter(key);
  const mapped = value.map((element: unknown, index) => {
    const item = items[index] ?? (rest === "closed" ? undefined : rest);
    return item === undefined ? element : item(element as never, context, index);
  });
  context.leave();
  return mapped as unknown as T;
}

/** Returns a record, its values converted by `item`. */
export function mapRecord<T>(
  value: unknown,
  context: Context,
  key: PathKey | undefined,
  item: Convert<never, T>,
): Record<string, T> {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const record: Record<string, T> = {};
  for (const name of Object.keys(value)) {
    if (value[name] !== undefined) setProperty(record, name, item(value[name] as never, context, name));
  }
  context.leave();
  return record;
}

/** Returns null as it is, and all other values converted by `convert`. */
export function mapNullable<T>(
  value: unknown,
  context: Context,
  key: PathKey | undefined,
  convert: Convert<never, T>,
): T | null {
  return value === null ? null : convert(value as never, context, key);
}

/** Adds the properties of `source` that are not in `declared` to `target`, under the names that they have. */
export function keepUndeclared<T extends object>(
  source: object,
  target: T,
  declared: ReadonlySet<string>,
  context: Context,
): T {
  for (const name of Object.keys(source)) {
    if (declared.has(name)) continue;
    context.undeclared++;
    if (!Object.hasOwn(target, name)) setProperty(target, name, (source as Record<string, unknown>)[name]);
  }
  return target;
}

/** Counts the properties of a value that are not in `declared`: the member of a union with fewest fits best. */
export function countUndeclared(value: object, declared: ReadonlySet<string>, context: Context): void {
  for (const name of Object.keys(value)) if (!declared.has(name)) context.undeclared++;
}

/** Reports, in strict contexts, the properties that are not in `declared`, of a value that may have no others. */
export function checkClosed(value: object, declared: ReadonlySet<string>, context: Context): void {
  if (!context.strict) return;
  for (const [name, member] of Object.entries(value)) {
    if (!declared.has(name) && member !== undefined) context.report(member, name, "should not be there");
  }
}

/** Returns the properties of `source` that are not in `declared`, each converted by `item`. */
export function mapAdditional<T>(
  source: object,
  declared: ReadonlySet<string>,
  context: Context,
  item?: Convert<never, T>,
): Record<string, T> {
  const additional: Record<string, T> = {};
  for (const name of Object.keys(source)) {
    const value = (source as Record<string, unknown>)[name];
    if (declared.has(name) || value === undefined) continue;
    setProperty(additional, name, item === undefined ? (value as T) : item(value as never, context, name));
  }
  return additional;
}

/** Returns an own property, for names that all objects inherit. */
export function ownProperty<T extends object, K extends keyof T>(value: T, name: K): T[K] {
  return (Object.hasOwn(value, name) ? value[name] : undefined) as T[K];
}

/** Sets a property that may have any name: `__proto__`, too, is only a name. */
export function setProperty(target: object, name: string, value: unknown): void {
  if (name === "__proto__") {
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    (target as Record<string, unknown>)[name] = value;
  }
}
