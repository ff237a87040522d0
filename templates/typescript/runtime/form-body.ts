/** Bodies of forms (`application/x-www-form-urlencoded`; OpenAPI, Encoding Object). */

import { fieldsOf } from "./fields.js";
import type { Encoder } from "./operation.js";
import { escapeAll, escapeUnreserved, form, hasMembers } from "./parameters.js";

/** Writes the fields of a value as a form. A field whose type is JSON is a text of JSON. */
export const formBody: Encoder = (value, body, convert) => {
  const pairs = fieldsOf(value, body, convert).map(({ field, value: part }) => {
    const { name, style = form, explode, allowReserved, contentType } = field;
    const isText = contentType?.endsWith("json") && hasMembers(part);
    return style(name, isText ? JSON.stringify(part) : part, {
      explode,
      // The form's own escaping of a space (URL Standard, urlencoded serializer).
      encode: (text) => (allowReserved ? escapeUnreserved : escapeAll)(text).replaceAll("%20", "+"),
    });
  });
  return { content: pairs.filter((pair) => pair !== "").join("&"), type: body.type };
};
