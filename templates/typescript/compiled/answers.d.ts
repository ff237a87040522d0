/** Decodes an answer to a value or an error (OpenAPI, Responses Object). */
import type { DecodeContext, Decoder, Operation } from "./operation.js";
/** Decodes JSON. */
export declare const json: Decoder;
/** Decodes text, XML included, in the charset of the `Content-Type` header. */
export declare const text: Decoder;
/** Returns all bytes. */
export declare const bytes: Decoder;
/** Returns the bytes as they come. */
export declare const stream: Decoder;
/** Ignores the body. */
export declare const noContent: Decoder;
/** Whether an operation declares a status, by its code or by its range. */
export declare function isDeclared(operation: Operation, status: number): boolean;
/** Whether an answer is an error: its status is declared as one, or not at all. */
export declare function isError(operation: Operation, { status }: Response): boolean;
/** Returns the decoded value of a success answer. Throws the decoded error of an error answer. */
export declare function readAnswer(operation: Operation, response: Response, context: DecodeContext, request: string): Promise<unknown>;
/** Returns a value with the headers of its answer. */
export declare function withHeaders(result: unknown, response: Response): unknown;
/** Returns the headers of an answer by name. */
export declare function headerLists(response: Response): Record<string, string[]>;
