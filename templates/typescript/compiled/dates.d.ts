/** Dates and times of RFC 3339. */
import type { Context, PathKey } from "./validation.js";
/** Returns a `date-time` as a `Date`. An invalid text is reported and returned as it is, never as an invalid `Date`. */
export declare function readDate(value: unknown, context: Context, key?: PathKey): Date;
/** Returns a `Date` as a `date-time`; one that was read and not changed keeps all its digits. */
export declare function writeDate(value: unknown, context: Context, key?: PathKey): string;
/** Returns the text that a `Date` was read from, with all its digits, or its ISO form if it was created or changed. */
export declare function exactText(date: Date): string;
/** Returns a `date`, which stays a text. */
export declare function checkDate(value: unknown, context: Context, key?: PathKey): string;
/** Whether a text is a day of the calendar (RFC 3339, `full-date`). */
export declare function isDate(text: string): boolean;
