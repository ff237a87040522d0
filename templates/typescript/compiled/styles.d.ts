/** The less common styles of parameters (OpenAPI, "Style Values"; RFC 6570). */
import type { Style } from "./operation.js";
/** `simple`: `a,b`; an exploded object is `x=1,y=2`. */
export declare const simple: Style;
/** `label`: `.a`, `.a,b`; `.a.b` or `.x=1.y=2` where it is exploded. */
export declare const label: Style;
/** `matrix`: `;name=a`, `;name=a,b`; `;name=a;name=b` or `;x=1;y=2` where it is exploded. */
export declare const matrix: Style;
/** `form`, not exploded: `name=a,b` or `name=x,1,y,2`. */
export declare const formList: Style;
/** `spaceDelimited`: `name=a%20b`. */
export declare const spaceDelimited: Style;
/** `pipeDelimited`: `name=a%7Cb`. */
export declare const pipeDelimited: Style;
/**
 * `deepObject`: `name[x]=1&name[y][z]=2`, the brackets escaped. Items are numbered where they are the whole value, or
 * have members: `name[0][x]=1`. Those of all other arrays repeat the name.
 */
export declare const deepObject: Style;
/** `content` with JSON in a path: the value as a text of JSON. */
export declare const content: Style;
/** `content` with JSON in a header, which has no characters but those of ASCII: others are escaped. */
export declare const contentHeader: Style;
/** `content` with JSON in a query or cookie: `name=` and the value as a text of JSON. */
export declare const contentPair: Style;
/** `cookie` (OpenAPI 3.2): like `form`, but nothing is escaped. */
export declare const cookieForm: Style;
