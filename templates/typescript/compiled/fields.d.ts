/** The fields of forms and the parts of multipart bodies. */
import type { Body, ConvertPart, Field } from "./operation.js";
/** A field, and its value in the wire's form. */
export interface FieldValue {
    readonly field: Field;
    readonly value: unknown;
}
/** Returns the items of an array as parts by position. */
export declare function itemsOf(value: unknown, { prefix, item }: Body, convert: ConvertPart): FieldValue[];
/** Returns the fields of a value: first the declared ones, then the others under their own names. */
export declare function fieldsOf(value: unknown, { fields }: Body, convert: ConvertPart): FieldValue[];
