// Typewright's runtime, copied as it is; its digest is cebb0b86b969000e.
/** Type checks with the bounds of JSON Schema Validation (sections 6.2 to 6.5). */

import { isEqual } from "./equality.js";
import {
  checkInteger,
  checkNumber,
  checkString,
  type Context,
  type Convert,
  isObject,
  mapArray,
  mapRecord,
  type PathKey,
} from "./validation.js";

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
export function checkStringIn(value: unknown, context: Context, key: PathKey | undefined, rules: StringRules): string {
  const text = checkString(value, context, key);
  if (!context.strict || typeof text !== "string") return text;
  const { minLength = 0, maxLength = Infinity, pattern, format, hasFormat } = rules;
  if (!isLengthWithin(text, minLength, maxLength)) {
    context.report(text, key, bounds("should have", minLength, maxLength, "character", "characters"));
  }
  if (pattern !== undefined && !pattern.test(text)) context.report(text, key, `should match ${String(pattern)}`);
  if (hasFormat?.(text) === false) context.report(text, key, `should have the format ${format}`);
  return text;
}

/** A text has no more code points than UTF-16 units, and at least half as many: most texts need no counting. */
function isLengthWithin(text: string, minimum: number, maximum: number): boolean {
  if (text.length >= 2 * minimum && text.length <= maximum) return true;
  let length = 0;
  for (const _ of text) length++;
  return length >= minimum && length <= maximum;
}

function bounds(verb: string, minimum: number, maximum: number, unit: string, units: string): string {
  const counted = (count: number) => `${count} ${count === 1 ? unit : units}`;
  if (maximum === Infinity) return `${verb} at least ${counted(minimum)}`;
  if (minimum === maximum) return `${verb} ${counted(minimum)}`;
  return minimum === 0 ? `${verb} at most ${counted(maximum)}` : `${verb} ${minimum} to ${counted(maximum)}`;
}

/** Returns a number within bounds. */
export function checkNumberIn(value: unknown, context: Context, key: PathKey | undefined, rules: NumberRules): number {
  return checkBounds(checkNumber(value, context, key), context, key, rules);
}

/** Returns an integer within bounds. */
export function checkIntegerIn(value: unknown, context: Context, key: PathKey | undefined, rules: NumberRules): number {
  return checkBounds(checkInteger(value, context, key), context, key, rules);
}

/** Returns a number or a `bigint` within bounds. */
export function checkBounds<T extends number | bigint>(
  number: T,
  context: Context,
  key: PathKey | undefined,
  rules: NumberRules,
): T {
  if (!context.strict || !isNumeric(number)) return number;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = rules;
  const report = (message: string) => context.report(number, key, message);
  if (minimum !== undefined && !(number >= minimum)) report(`should be at least ${minimum}`);
  if (maximum !== undefined && !(number <= maximum)) report(`should be at most ${maximum}`);
  if (exclusiveMinimum !== undefined && !(number > exclusiveMinimum)) report(`should be more than ${exclusiveMinimum}`);
  if (exclusiveMaximum !== undefined && !(number < exclusiveMaximum)) report(`should be less than ${exclusiveMaximum}`);
  return number;
}

function isNumeric(value: unknown): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

/** Returns a number or a `bigint` that is a multiple of `factor`. */
export function checkMultiple<T extends number | bigint>(
  number: T,
  context: Context,
  key: PathKey | undefined,
  factor: number,
): T {
  if (context.strict && isNumeric(number) && !isMultiple(number, factor)) {
    context.report(number, key, `should be a multiple of ${factor}`);
  }
  return number;
}

/** Whether a number is a whole multiple of another, both taken as the decimals that they are written as. */
export function isMultiple(value: number | bigint, factor: number): boolean {
  if (typeof value === "number" && !Number.isFinite(value)) return false;
  if (Number.isSafeInteger(value) && Number.isSafeInteger(factor)) return Number(value) % factor === 0;
  const [mantissa, exponent] = decimal(value);
  const [otherMantissa, otherExponent] = decimal(factor);
  const shift = exponent - otherExponent;
  // A multiple of 10^400 by 10^-400 would take 800 digits; beyond that, no double has a fraction left.
  if (shift > 700) return true;
  const left = shift > 0 ? mantissa * 10n ** BigInt(shift) : mantissa;
  const right = shift < 0 ? otherMantissa * 10n ** BigInt(-shift) : otherMantissa;
  return left % right === 0n;
}

/** Returns a number as an integer times a power of ten. */
function decimal(value: number | bigint): [mantissa: bigint, exponent: number] {
  const [digits = "0", exponent = "0"] = value.toString().split("e");
  const [whole = "0", fraction = ""] = digits.split(".");
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}

/** Returns the items of an array within bounds, each converted by `item`. */
export function mapArrayIn<T>(
  value: unknown,
  context: Context,
  key: PathKey | undefined,
  item: Convert<never, T>,
  rules: ArrayRules,
): T[] {
  const items = mapArray(value, context, key, item);
  checkItems(value, context, key, rules);
  return items;
}

/** Returns an array; reports one with too few or too many items, or with equal ones. */
export function checkItems<T>(value: T, context: Context, key: PathKey | undefined, rules: ArrayRules): T {
  if (!context.strict || !Array.isArray(value)) return value;
  const { minItems = 0, maxItems = Infinity, uniqueItems = false } = rules;
  if (value.length < minItems || value.length > maxItems) {
    context.report(value, key, bounds("should have", minItems, maxItems, "item", "items"));
  }
  if (uniqueItems && hasDuplicates(value)) context.report(value, key, "should have no two equal items");
  return value;
}

/** Whether two of the items are equal as JSON values. */
export function hasDuplicates(items: readonly unknown[]): boolean {
  const scalars = items.filter((item) => typeof item !== "object" || item === null);
  if (new Set(scalars).size < scalars.length) return true;
  const others = items.filter((item) => typeof item === "object" && item !== null);
  return others.some((item, index) => others.slice(0, index).some((other) => isEqual(item, other)));
}

/** Returns the values of an object within bounds, each converted by `item`. */
export function mapRecordIn<T>(
  value: unknown,
  context: Context,
  key: PathKey | undefined,
  item: Convert<never, T>,
  rules: ObjectRules,
): Record<string, T> {
  checkSize(value, context, key, rules);
  return mapRecord(value, context, key, item);
}

/** Reports an object with too few or too many properties. */
export function checkSize(value: unknown, context: Context, key: PathKey | undefined, rules: ObjectRules): void {
  if (!context.strict || !isObject(value)) return;
  const { minProperties = 0, maxProperties = Infinity } = rules;
  const size = Object.values(value).filter((member) => member !== undefined).length;
  if (size < minProperties || size > maxProperties) {
    context.report(value, key, bounds("should have", minProperties, maxProperties, "property", "properties"));
  }
}
