/** Dates and times of RFC 3339. */
import type { Context, PathKey } from "./validation.js";
/** Returns the time that a `date-time` says. Never an invalid `Date`: a text that is none is reported, and passes. */
export declare function readDate(value: unknown, context: Context, key?: PathKey): Date;
/** Returns the `date-time` of a time; one that was read and not changed has all its digits. */
export declare function writeDate(value: unknown, context: Context, key?: PathKey): string;
/** Returns the text that a time was read from, with all its digits; of one that was made or changed, its own. */
export declare function exactText(date: Date): string;
/** Returns a `date`, which stays a text. */
export declare function checkDate(value: unknown, context: Context, key?: PathKey): string;
/** Whether a text is a day of the calendar (RFC 3339, `full-date`). */
export declare function isDate(text: string): boolean;
