// Typewright's runtime, copied as it is; its digest is 4130c483f8cb1a59.
/** The fields of forms and the parts of multipart bodies. */

import type { Body, ConvertPart, Field } from "./operation.js";
import { isAbsent } from "./parameters.js";
import { isObject } from "./validation.js";

/** A field, and its value in the wire's form. */
export interface FieldValue {
  readonly field: Field;
  readonly value: unknown;
}

/** Returns the items of an array as parts by position. */
export function itemsOf(value: unknown, { prefix = [], item }: Body, convert: ConvertPart): FieldValue[] {
  if (!Array.isArray(value)) return [];
  return value.map((part: unknown, index) => {
    const field = prefix[index] ?? item ?? { name: "" };
    return { field: { ...field, isWhole: true }, value: convert(part, field.write, String(index)) };
  });
}

/** Returns the fields of a value: first the declared ones, then the others under their own names. */
export function fieldsOf(value: unknown, { fields = [] }: Body, convert: ConvertPart): FieldValue[] {
  if (!isObject(value)) return [];
  const described = new Set(fields.map(({ name, property = name }) => property));
  const others = Object.keys(value).filter((name) => !described.has(name));
  return [...fields, ...others.map((name): Field => ({ name }))].flatMap((field) => {
    const part = value[field.property ?? field.name] ?? field.constant;
    return isAbsent(part) ? [] : [{ field, value: convert(part, field.write, field.name) }];
  });
}
