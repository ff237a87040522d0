/** Type checks with the bounds of JSON Schema Validation (sections 6.2 to 6.5). */
import { isEqual } from "./equality.js";
import { checkInteger, checkNumber, checkString, isObject, mapArray, mapRecord, } from "./validation.js";
/** Returns a string within bounds. */
export function checkStringIn(value, context, key, rules) {
    const text = checkString(value, context, key);
    if (!context.strict || typeof text !== "string")
        return text;
    const { minLength = 0, maxLength = Infinity, pattern, format, hasFormat } = rules;
    if (!isLengthWithin(text, minLength, maxLength)) {
        context.report(text, key, bounds("should have", minLength, maxLength, "character", "characters"));
    }
    if (pattern !== undefined && !pattern.test(text))
        context.report(text, key, `should match ${String(pattern)}`);
    if (hasFormat?.(text) === false)
        context.report(text, key, `should have the format ${format}`);
    return text;
}
/** A text has no more code points than UTF-16 units, and at least half as many: most texts need no counting. */
function isLengthWithin(text, minimum, maximum) {
    if (text.length >= 2 * minimum && text.length <= maximum)
        return true;
    let length = 0;
    for (const _ of text)
        length++;
    return length >= minimum && length <= maximum;
}
function bounds(verb, minimum, maximum, unit, units) {
    const counted = (count) => `${count} ${count === 1 ? unit : units}`;
    if (maximum === Infinity)
        return `${verb} at least ${counted(minimum)}`;
    if (minimum === maximum)
        return `${verb} ${counted(minimum)}`;
    return minimum === 0 ? `${verb} at most ${counted(maximum)}` : `${verb} ${minimum} to ${counted(maximum)}`;
}
/** Returns a number within bounds. */
export function checkNumberIn(value, context, key, rules) {
    return checkBounds(checkNumber(value, context, key), context, key, rules);
}
/** Returns an integer within bounds. */
export function checkIntegerIn(value, context, key, rules) {
    return checkBounds(checkInteger(value, context, key), context, key, rules);
}
/** Returns a number or a `bigint` within bounds. */
export function checkBounds(number, context, key, rules) {
    if (!context.strict || !isNumeric(number))
        return number;
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = rules;
    const report = (message) => context.report(number, key, message);
    if (minimum !== undefined && !(number >= minimum))
        report(`should be at least ${minimum}`);
    if (maximum !== undefined && !(number <= maximum))
        report(`should be at most ${maximum}`);
    if (exclusiveMinimum !== undefined && !(number > exclusiveMinimum))
        report(`should be more than ${exclusiveMinimum}`);
    if (exclusiveMaximum !== undefined && !(number < exclusiveMaximum))
        report(`should be less than ${exclusiveMaximum}`);
    return number;
}
function isNumeric(value) {
    return typeof value === "number" || typeof value === "bigint";
}
/** Returns a number or a `bigint` that is a multiple of `factor`. */
export function checkMultiple(number, context, key, factor) {
    if (context.strict && isNumeric(number) && !isMultiple(number, factor)) {
        context.report(number, key, `should be a multiple of ${factor}`);
    }
    return number;
}
/** Whether a number is a whole multiple of another, both taken as the decimals that they are written as. */
export function isMultiple(value, factor) {
    if (typeof value === "number" && !Number.isFinite(value))
        return false;
    if (Number.isSafeInteger(value) && Number.isSafeInteger(factor))
        return Number(value) % factor === 0;
    const [mantissa, exponent] = decimal(value);
    const [otherMantissa, otherExponent] = decimal(factor);
    const shift = exponent - otherExponent;
    // A multiple of 10^400 by 10^-400 would take 800 digits; beyond that, no double has a fraction left.
    if (shift > 700)
        return true;
    const left = shift > 0 ? mantissa * 10n ** BigInt(shift) : mantissa;
    const right = shift < 0 ? otherMantissa * 10n ** BigInt(-shift) : otherMantissa;
    return left % right === 0n;
}
/** Returns a number as an integer times a power of ten. */
function decimal(value) {
    const [digits = "0", exponent = "0"] = value.toString().split("e");
    const [whole = "0", fraction = ""] = digits.split(".");
    return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}
/** Returns the items of an array within bounds, each converted by `item`. */
export function mapArrayIn(value, context, key, item, rules) {
    const items = mapArray(value, context, key, item);
    checkItems(value, context, key, rules);
    return items;
}
/** Returns an array; reports one with too few or too many items, or with equal ones. */
export function checkItems(value, context, key, rules) {
    if (!context.strict || !Array.isArray(value))
        return value;
    const { minItems = 0, maxItems = Infinity, uniqueItems = false } = rules;
    if (value.length < minItems || value.length > maxItems) {
        context.report(value, key, bounds("should have", minItems, maxItems, "item", "items"));
    }
    if (uniqueItems && hasDuplicates(value))
        context.report(value, key, "should have no two equal items");
    return value;
}
/** Whether two of the items are equal as JSON values. */
export function hasDuplicates(items) {
    const scalars = items.filter((item) => typeof item !== "object" || item === null);
    if (new Set(scalars).size < scalars.length)
        return true;
    const others = items.filter((item) => typeof item === "object" && item !== null);
    return others.some((item, index) => others.slice(0, index).some((other) => isEqual(item, other)));
}
/** Returns the values of an object within bounds, each converted by `item`. */
export function mapRecordIn(value, context, key, item, rules) {
    checkSize(value, context, key, rules);
    return mapRecord(value, context, key, item);
}
/** Reports an object with too few or too many properties. */
export function checkSize(value, context, key, rules) {
    if (!context.strict || !isObject(value))
        return;
    const { minProperties = 0, maxProperties = Infinity } = rules;
    const size = Object.values(value).filter((member) => member !== undefined).length;
    if (size < minProperties || size > maxProperties) {
        context.report(value, key, bounds("should have", minProperties, maxProperties, "property", "properties"));
    }
}
