// Typewright's runtime, copied as it is; its digest is 0d9556850426ecf5.
/**
 * Parameters in paths, queries, headers and cookies (OpenAPI, "Style Values"; RFC 6570), and their escaping (RFC 3986).
 */

import type { Style } from "./operation.js";

/** Escapes everything but RFC 3986's unreserved characters. */
export function escapeAll(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, escapeCharacter);
}

/** Escapes what may not stand in a path or query at all; reserved characters and escapes stay (RFC 6570, 3.2.3). */
export function escapeUnreserved(text: string): string {
  return encodeURI(text)
    .replace(/%25([0-9A-Fa-f]{2})/g, "%$1")
    .replaceAll("#", "%23");
}

function escapeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Whether a value is left out: null and undefined are, wherever a parameter stands. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

/** Returns the text of a value that has no members, or the JSON of one that has. */
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

/**
 * Returns the members of a value, escaped; an object's as `name,value`, or joined by `equals` where they are exploded.
 */
export function listOf(value: object, encode: (text: string) => string, separator: string, equals: string): string {
  return membersOf(value)
    .map(([name, member]) => {
      const text = encode(textOf(member));
      return name === undefined ? text : encode(name) + equals + text;
    })
    .join(separator);
}

/** `simple`: `a,b`; an exploded object is `x=1,y=2`. */
export const simple: Style = (_name, value, { explode, encode }) =>
  hasMembers(value) ? listOf(value, encode, ",", explode ? "=" : ",") : encode(textOf(value));

/** `form`: `name=a&name=b` or `x=1&y=2`; `name=a,b` or `name=x,1,y,2` where it is not exploded. */
export const form: Style = (name, value, { explode, encode }) => {
  const key = escapeAll(name);
  if (!hasMembers(value)) return `${key}=${encode(textOf(value))}`;
  const members = membersOf(value);
  if (explode !== false) {
    return members
      .map(([member, item]) => `${member === undefined ? key : escapeAll(member)}=${encode(textOf(item))}`)
      .join("&");
  }
  return members.length === 0 ? "" : `${key}=${listOf(value, encode, ",", ",")}`;
};
