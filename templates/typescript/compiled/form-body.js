/** Bodies of forms (`application/x-www-form-urlencoded`; OpenAPI, Encoding Object). */
import { encodeBody } from "./bodies.js";
import { fieldsOf } from "./fields.js";
import { escapeAll, form, hasMembers } from "./parameters.js";
/** Writes the fields of a value as a form. A field whose type is JSON is a text of JSON. */
export const formBody = (source, body) => encodeBody(source, body, (value, convert) => ({ content: formOf(value, body, convert), type: body.type }));
function formOf(value, body, convert) {
    const pairs = fieldsOf(value, body, convert).map(({ field, value: part }) => {
        const { name, style = form, explode, encode = escapeAll, contentType } = field;
        const isText = contentType?.endsWith("json") && hasMembers(part);
        return style(name, isText ? (body.stringify ?? JSON.stringify)(part) : part, {
            explode,
            // The form's own escaping of a space (URL Standard, urlencoded serializer).
            encode: (text) => encode(text).replaceAll("%20", "+"),
        });
    });
    return pairs.filter((pair) => pair !== "").join("&");
}
