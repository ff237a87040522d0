/** Bodies of forms (`application/x-www-form-urlencoded`; OpenAPI, Encoding Object). */
import type { Encoder } from "./operation.js";
/** Writes the fields of a value as a form. A field whose type is JSON is a text of JSON. */
export declare const formBody: Encoder;
