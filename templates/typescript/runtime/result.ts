/** The results of standalone functions: a value or an error, which is never thrown. */

import type {
  APIError,
  ConnectionError,
  InvalidRequestError,
  RequestAbortedError,
  RequestTimeoutError,
  ResponseValidationError,
} from "./errors.js";

/** A value or an error. */
export type Result<T, E = CallError> =
  | { readonly ok: true; readonly value: T; readonly error?: never }
  | { readonly ok: false; readonly error: E; readonly value?: never };

/** The errors that every call can end with. */
export type CallError =
  | APIError
  | ConnectionError
  | RequestTimeoutError
  | RequestAbortedError
  | InvalidRequestError
  | ResponseValidationError;
