// Typewright's runtime, copied as it is; its digest is 63405695a003fc52.
/**
 * Parameters in paths, queries, headers and cookies (OpenAPI, "Style Values"; RFC 6570), and their escaping (RFC 3986).
 */

import type { ParameterLocation, Style } from "./operation.js";
import { isHeaderValue } from "./outgoing.js";

/** Escapes everything but RFC 3986's unreserved characters. */
export function escapeAll(text: string): string {
  if (/^[\w.~-]*$/.test(text)) return text; // most texts, and much faster
  return encodeURIComponent(text).replace(/[!'()*]/g, escapeCharacter);
}

/** Escapes characters that are not allowed in URLs, but no reserved ones and no escapes (RFC 6570, 3.2.3). */
export function escapeUnreserved(text: string): string {
  return encodeURI(text)
    .replace(/%25([0-9A-Fa-f]{2})/g, "%$1")
    .replaceAll("#", "%23");
}

/** Escapes as {@link escapeUnreserved} does, and what would end a value in a query. */
export function escapeForQuery(text: string): string {
  return escapeUnreserved(text).replace(/[&+]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Whether a parameter is left out: null and undefined are, in all locations. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

/** Returns a primitive value as text, and an array or object as JSON. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Whether a value has members that a style writes one by one. */
export function hasMembers(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}

/** Returns the items of an array, or the names and values of an object; those that are absent are left out. */
export function membersOf(value: object): [name: string | undefined, value: unknown][] {
  const members: [string | undefined, unknown][] = Array.isArray(value)
    ? value.map((item: unknown) => [undefined, item])
    : Object.entries(value);
  return members.filter(([, member]) => !isAbsent(member));
}

/** Returns an idempotency key: the value of its header, unless the call has one. */
export function randomKey(): string {
  return crypto.randomUUID();
}

/** A value without members as it is. */
export const plain: Style = (_name, value, { encode }) => encode(textOf(value));

/** `form`, exploded: `name=a`, `name=a&name=b` or `x=1&y=2`. */
export const form: Style = (name, value, { encode }) => {
  if (!hasMembers(value)) return `${escapeAll(name)}=${encode(textOf(value))}`;
  return membersOf(value)
    .map(([member = name, item]) => `${escapeAll(member)}=${encode(textOf(item))}`)
    .join("&");
};

/** Parameters in the path. Empty values and segments of dots are refused: they would lead to another path. */
export const path: ParameterLocation = {
  name: "path",
  style: plain,
  encode: escapeAll,
  add(head, name, text, context) {
    if (text === "") context.report(text, name, "should not be empty in a path");
    head.path = head.path.replaceAll(`{${name}}`, () => text);
    // `.` and `..` cannot be escaped: URL parsers take `%2e` for the same.
    if (/\/(\.|%2e){1,2}([/?]|$)/i.test(head.path)) {
      context.report(head.path, name, "should make no segment of the path that is a dot");
    }
  },
};

const addToQuery: ParameterLocation["add"] = (head, _name, text) => void head.query.push(text);

/** Parameters in the query. */
export const query: ParameterLocation = { name: "query", style: form, encode: escapeAll, add: addToQuery };

/** A form that is the whole query: `x=1&y=a&y=b`. */
const wholeForm: Style = (name, value, options) => {
  if (!hasMembers(value)) return plain(name, value, options);
  const pairs = membersOf(value).map(([member = name, item]) => form(member, item, options));
  return pairs.filter(Boolean).join("&");
};

/** The parameter that is the whole query (OpenAPI 3.2). */
export const querystring: ParameterLocation = {
  name: "querystring",
  style: wholeForm,
  encode: escapeAll,
  add: addToQuery,
};

/** Parameters in headers. */
export const header: ParameterLocation = {
  name: "header",
  style: plain,
  encode: (text) => text,
  add({ headers }, name, text, context) {
    if (!isHeaderValue(text)) context.report(text, name, "should have only characters that a header can have");
    headers[name.toLowerCase()] = text;
  },
};

/** Parameters in the header `Cookie`. */
export const cookie: ParameterLocation = {
  name: "cookie",
  style: form,
  encode: escapeAll,
  add({ headers }, _name, text) {
    const { cookie: others } = headers;
    headers["cookie"] = [others, text.replaceAll("&", "; ")].filter(Boolean).join("; ");
  },
};
