/** Dates and times of RFC 3339. */
const dateTimePattern = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d/;
const finerThanMilliseconds = /\.\d{3}\d*[1-9]/;
const zonePattern = /(?:[Zz]|[+-]\d\d:?\d\d)$/;
/** The source texts of dates that a `Date` cannot represent exactly: more digits than milliseconds, or no zone. */
const exactTexts = /* @__PURE__ */ new WeakMap();
/** Returns a `date-time` as a `Date`. An invalid text is reported and returned as it is, never as an invalid `Date`. */
export function readDate(value, context, key) {
    if (typeof value !== "string" || !dateTimePattern.test(value)) {
        return context.mismatch(value, key, "a date and time (RFC 3339)");
    }
    const date = dateOf(value);
    if (Number.isNaN(date.getTime()))
        return context.mismatch(value, key, "a date and time (RFC 3339)");
    if (finerThanMilliseconds.test(value) || !zonePattern.test(value))
        exactTexts.set(date, value);
    return date;
}
/** Parses a text, in UTC if it has no zone: the local zone would make the result depend on the machine. */
function dateOf(text) {
    return new Date(zonePattern.test(text) ? text : `${text}Z`);
}
/** Returns a `Date` as a `date-time`; one that was read and not changed keeps all its digits. */
export function writeDate(value, context, key) {
    if (!(value instanceof Date) || Number.isNaN(value.getTime())) {
        return typeof value === "string" && dateTimePattern.test(value)
            ? value
            : context.mismatch(value, key, "a valid Date");
    }
    return exactText(value);
}
/** Returns the text that a `Date` was read from, with all its digits, or its ISO form if it was created or changed. */
export function exactText(date) {
    const text = exactTexts.get(date);
    return text !== undefined && dateOf(text).getTime() === date.getTime() ? text : date.toISOString();
}
const datePattern = /^(\d{4})-(\d\d)-(\d\d)$/;
/** Returns a `date`, which stays a text. */
export function checkDate(value, context, key) {
    return typeof value === "string" && isDate(value) ? value : context.mismatch(value, key, "a date (RFC 3339)");
}
/** Whether a text is a day of the calendar (RFC 3339, `full-date`). */
export function isDate(text) {
    const [, year, month, day] = datePattern.exec(text) ?? [];
    if (year === undefined)
        return false;
    const date = new Date(`${text}T00:00:00Z`);
    return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}
