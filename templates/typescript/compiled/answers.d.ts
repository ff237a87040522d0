/** From an answer to the value or the error that it stands for (OpenAPI, Responses Object). */
import type { DecodeContext, Decoder, Operation } from "./operation.js";
/** Decodes JSON. */
export declare const json: Decoder;
/** Returns a text as it is, of XML, too; it has the charset that the answer names. */
export declare const text: Decoder;
/** Returns all bytes. */
export declare const bytes: Decoder;
/** Returns the bytes as they come. */
export declare const stream: Decoder;
/** Ignores the body. */
export declare const noContent: Decoder;
/** Whether an operation names a status, by itself or by its range. */
export declare function isDeclared({ answers }: Operation, status: number): boolean;
/** Whether an answer is an error: its status is declared as one, or not at all. */
export declare function isError(operation: Operation, { status }: Response): boolean;
/** Returns the value that an answer stands for. Throws the error, where it is one. */
export declare function readAnswer(operation: Operation, response: Response, context: DecodeContext, request: string): Promise<unknown>;
/** Returns a value with the headers of its answer. */
export declare function withHeaders(result: unknown, response: Response): unknown;
