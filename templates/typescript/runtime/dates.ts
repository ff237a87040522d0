/** Dates and times of RFC 3339. */

import type { Context, PathKey } from "./validation.js";

const dateTimePattern = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d/;
const finerThanMilliseconds = /\.\d{3}\d*[1-9]/;
const zonePattern = /(?:[Zz]|[+-]\d\d:?\d\d)$/;

/** The texts of dates that a `Date` holds only in part: more than milliseconds, or no zone. */
const exactTexts: WeakMap<Date, string> = /* @__PURE__ */ new WeakMap();

/** Returns the time that a `date-time` says. Never an invalid `Date`: a text that is none is reported, and passes. */
export function readDate(value: unknown, context: Context, key?: PathKey): Date {
  if (typeof value !== "string" || !dateTimePattern.test(value)) {
    return context.mismatch(value, key, "a date and time (RFC 3339)");
  }
  const date = dateOf(value);
  if (Number.isNaN(date.getTime())) return context.mismatch(value, key, "a date and time (RFC 3339)");
  if (finerThanMilliseconds.test(value) || !zonePattern.test(value)) exactTexts.set(date, value);
  return date;
}

/** Returns the time of a text, in UTC where it has no zone: that of the machine would give another time elsewhere. */
function dateOf(text: string): Date {
  return new Date(zonePattern.test(text) ? text : `${text}Z`);
}

/** Returns the `date-time` of a time; one that was read and not changed has all its digits. */
export function writeDate(value: unknown, context: Context, key?: PathKey): string {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) {
    return typeof value === "string" && dateTimePattern.test(value)
      ? value
      : context.mismatch(value, key, "a valid Date");
  }
  return exactText(value);
}

/** Returns the text that a time was read from, with all its digits; of one that was made or changed, its own. */
export function exactText(date: Date): string {
  const text = exactTexts.get(date);
  return text !== undefined && dateOf(text).getTime() === date.getTime() ? text : date.toISOString();
}

const datePattern = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Returns a `date`, which stays a text. */
export function checkDate(value: unknown, context: Context, key?: PathKey): string {
  return typeof value === "string" && isDate(value) ? value : context.mismatch(value, key, "a date (RFC 3339)");
}

/** Whether a text is a day of the calendar (RFC 3339, `full-date`). */
export function isDate(text: string): boolean {
  const [, year, month, day] = datePattern.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}
