export {
  APIError,
  ConnectionError,
  InvalidRequestError,
  RequestAbortedError,
  RequestTimeoutError,
  ResponseValidationError,
  BaseError as OrqImageAPIError,
} from "../../lib/errors.js";
export * from "./postv2proxyimagesgenerations.js";
export * from "./proxyerror.js";
