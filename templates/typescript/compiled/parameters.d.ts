/**
 * Parameters in paths, queries, headers and cookies (OpenAPI, "Style Values"; RFC 6570), and their escaping (RFC 3986).
 */
import type { ParameterLocation, Style } from "./operation.js";
/** Escapes everything but RFC 3986's unreserved characters. */
export declare function escapeAll(text: string): string;
/** Escapes characters that are not allowed in URLs, but no reserved ones and no escapes (RFC 6570, 3.2.3). */
export declare function escapeUnreserved(text: string): string;
/** Escapes as {@link escapeUnreserved} does, and what would end a value in a query. */
export declare function escapeForQuery(text: string): string;
/** Whether a parameter is left out: null and undefined are, in all locations. */
export declare function isAbsent(value: unknown): value is null | undefined;
/** Returns a primitive value as text, and an array or object as JSON. */
export declare function textOf(value: unknown): string;
/** Whether a value has members that a style writes one by one. */
export declare function hasMembers(value: unknown): value is object;
/** Returns the items of an array, or the names and values of an object; those that are absent are left out. */
export declare function membersOf(value: object): [name: string | undefined, value: unknown][];
/** Returns an idempotency key: the value of its header, unless the call has one. */
export declare function randomKey(): string;
/** A value without members as it is. */
export declare const plain: Style;
/** `form`, exploded: `name=a`, `name=a&name=b` or `x=1&y=2`. */
export declare const form: Style;
/** Parameters in the path. Empty values and segments of dots are refused: they would lead to another path. */
export declare const path: ParameterLocation;
/** Parameters in the query. */
export declare const query: ParameterLocation;
/** The parameter that is the whole query (OpenAPI 3.2). */
export declare const querystring: ParameterLocation;
/** Parameters in headers. */
export declare const header: ParameterLocation;
/** Parameters in the header `Cookie`. */
export declare const cookie: ParameterLocation;
