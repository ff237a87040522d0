// Typewright's runtime, copied as it is; its digest is 0068b4ea02b525a9.
/** The less common styles of parameters (OpenAPI, "Style Values"; RFC 6570). */

import type { Style } from "./operation.js";
import { escapeAll, form, hasMembers, isAbsent, membersOf, plain, textOf } from "./parameters.js";

/**
 * Returns the members of a value, escaped; an object's as `name,value`, or joined by `equals` where they are exploded.
 */
function listOf(value: object, encode: (text: string) => string, separator: string, equals: string): string {
  return membersOf(value)
    .map(([name, member]) => {
      const text = encode(textOf(member));
      return name === undefined ? text : encode(name) + equals + text;
    })
    .join(separator);
}

/** `simple`: `a,b`; an exploded object is `x=1,y=2`. */
export const simple: Style = (name, value, options) => {
  if (!hasMembers(value)) return plain(name, value, options);
  return listOf(value, options.encode, ",", options.explode ? "=" : ",");
};

/** `label`: `.a`, `.a,b`; `.a.b` or `.x=1.y=2` where it is exploded. */
export const label: Style = (_name, value, { explode, encode }) => {
  if (!hasMembers(value)) return `.${encode(textOf(value))}`;
  const list = explode ? listOf(value, encode, ".", "=") : listOf(value, encode, ",", ",");
  return membersOf(value).length === 0 ? "" : `.${list}`;
};

/** `matrix`: `;name=a`, `;name=a,b`; `;name=a;name=b` or `;x=1;y=2` where it is exploded. */
export const matrix: Style = (name, value, { explode, encode }) => {
  const pair = (key: string, text: string) => (text === "" ? `;${key}` : `;${key}=${text}`);
  const key = escapeAll(name);
  if (!hasMembers(value)) return pair(key, encode(textOf(value)));
  const members = membersOf(value);
  if (!explode) return members.length === 0 ? "" : pair(key, listOf(value, encode, ",", ","));
  return members
    .map(([member, item]) => pair(member === undefined ? key : escapeAll(member), encode(textOf(item))))
    .join("");
};

function delimited(separator: string): Style {
  return (name, value, options) => {
    if (options.explode || !hasMembers(value)) return form(name, value, options);
    if (membersOf(value).length === 0) return "";
    return `${escapeAll(name)}=${listOf(value, options.encode, separator, separator)}`;
  };
}

/** `form`, not exploded: `name=a,b` or `name=x,1,y,2`. */
export const formList: Style = /* @__PURE__ */ delimited(",");

/** `spaceDelimited`: `name=a%20b`. */
export const spaceDelimited: Style = /* @__PURE__ */ delimited("%20");

/** `pipeDelimited`: `name=a%7Cb`. */
export const pipeDelimited: Style = /* @__PURE__ */ delimited("%7C");

/**
 * `deepObject`: `name[x]=1&name[y][z]=2`, the brackets escaped. Items are numbered where they are the whole value, or
 * have members: `name[0][x]=1`. Those of all other arrays repeat the name.
 */
export const deepObject: Style = (name, value, { encode }) => deepPairs(name, value, encode, true).join("&");

function deepPairs(name: string, value: unknown, encode: (text: string) => string, isWhole: boolean): string[] {
  if (isAbsent(value)) return [];
  if (!hasMembers(value)) return [`${escapeAll(name)}=${encode(textOf(value))}`];
  const members = membersOf(value);
  const isNumbered = isWhole || members.some(([, item]) => hasMembers(item));
  return members.flatMap(([member, item], index) =>
    deepPairs(member !== undefined || isNumbered ? `${name}[${member ?? index}]` : name, item, encode, false),
  );
}

/** `content` with JSON in a path: the value as a text of JSON. */
export const content: Style = (_name, value, { encode }) => encode(JSON.stringify(value));

/** `content` with JSON in a header, which has no characters but those of ASCII: others are escaped. */
export const contentHeader: Style = (_name, value) =>
  JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** `content` with JSON in a query or cookie: `name=` and the value as a text of JSON. */
export const contentPair: Style = (name, value, { encode }) => `${escapeAll(name)}=${encode(JSON.stringify(value))}`;

/** `cookie` (OpenAPI 3.2): like `form`, but nothing is escaped. */
export const cookieForm: Style = (name, value, options) => {
  const style = options.explode === false ? formList : form;
  return style(name, value, { ...options, encode: (text) => text });
};
