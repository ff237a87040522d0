export {
  APIError,
  ConnectionError,
  InvalidRequestError,
  RequestAbortedError,
  RequestTimeoutError,
  ResponseValidationError,
  BaseError as APIBaseError,
} from "../../lib/errors.js";
export * from "./problem.js";
