export {
  APIError,
  ConnectionError,
  InvalidRequestError,
  RequestAbortedError,
  RequestTimeoutError,
  ResponseValidationError,
  APIError as AlbumsDefaultError,
  BaseError as AlbumsFault,
} from "../../lib/errors.js";
