/** The fields of forms and the parts of multipart bodies. */
import { isAbsent } from "./parameters.js";
import { isObject } from "./validation.js";
/** Returns the items of an array as parts by position. */
export function itemsOf(value, { prefix = [], item }, convert) {
    if (!Array.isArray(value))
        return [];
    return value.map((part, index) => {
        const field = prefix[index] ?? item ?? { name: "" };
        return { field: { ...field, isWhole: true }, value: convert(part, field.write, String(index)) };
    });
}
/** Returns the fields of a value: first the declared ones, then the others under their own names. */
export function fieldsOf(value, { fields = [] }, convert) {
    if (!isObject(value))
        return [];
    const described = new Set(fields.map(({ name, property = name }) => property));
    const others = Object.keys(value).filter((name) => !described.has(name));
    return [...fields, ...others.map((name) => ({ name }))].flatMap((field) => {
        const part = value[field.property ?? field.name] ?? field.constant;
        return isAbsent(part) ? [] : [{ field, value: convert(part, field.write, field.name) }];
    });
}
