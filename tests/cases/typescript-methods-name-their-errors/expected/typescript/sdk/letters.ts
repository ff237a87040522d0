import type { PostCore } from "../core.js";
import { lettersClear } from "../funcs/lettersClear.js";
import { lettersSend } from "../funcs/lettersSend.js";
import { type APIPromise, unwrap } from "../lib/api-promise.js";
import type { RequestOptions } from "../lib/operation.js";
import type * as operations from "../models/operations/index.js";

/** The methods of `letters`. */
export class Letters {
  readonly #client: PostCore;

  constructor(client: PostCore) {
    this.#client = client;
  }

  /**
   * Send a letter
   *
   * @throws {errors.Problem} The status is 400, 422 or that of any other error.
   * @throws {errors.Later} The status is 429.
   */
  send(request: operations.SendRequestBody, options?: RequestOptions): APIPromise<number> {
    return unwrap(lettersSend(this.#client, request, options));
  }

  /**
   * @deprecated Do not use it any more.
   *
   * @throws {errors.Problem} The status is 403.
   */
  clear(options?: RequestOptions): APIPromise<void> {
    return unwrap(lettersClear(this.#client, options));
  }
}
