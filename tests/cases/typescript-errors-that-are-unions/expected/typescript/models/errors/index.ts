export {
  APIError,
  ConnectionError,
  InvalidRequestError,
  RequestAbortedError,
  RequestTimeoutError,
  ResponseValidationError,
  BaseError as FaultsError,
} from "../../lib/errors.js";
export * from "./gone.js";
export * from "./list.js";
export * from "./wrong.js";
