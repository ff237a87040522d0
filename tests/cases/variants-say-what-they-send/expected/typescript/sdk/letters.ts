import type { PostCore } from "../core.js";
import { lettersClear } from "../funcs/lettersClear.js";
import { lettersSend } from "../funcs/lettersSend.js";
import { lettersSendMultipart } from "../funcs/lettersSendMultipart.js";
import { lettersSendRaw } from "../funcs/lettersSendRaw.js";
import { type APIPromise, unwrap } from "../lib/api-promise.js";
import type { RequestOptions } from "../lib/operation.js";
import type * as operations from "../models/operations/index.js";

/** The methods of `letters`. */
export class Letters {
  readonly #client: PostCore;

  constructor(client: PostCore) {
    this.#client = client;
  }

  /** Throw all letters away */
  clear(options?: RequestOptions): APIPromise<void> {
    return unwrap(lettersClear(this.#client, options));
  }

  /**
   * Send a letter
   *
   * It leaves the next morning.
   */
  send(request: operations.SendRequestBody, options?: RequestOptions): APIPromise<number> {
    return unwrap(lettersSend(this.#client, request, options));
  }

  /**
   * Send a letter
   *
   * It leaves the next morning.
   *
   * Sends the body as `multipart/form-data`.
   */
  sendMultipart(request: operations.SendMultipartRequestBody, options?: RequestOptions): APIPromise<number> {
    return unwrap(lettersSendMultipart(this.#client, request, options));
  }

  /**
   * Send a letter
   *
   * It leaves the next morning.
   *
   * Sends the body as `application/xml` or `text/plain`.
   */
  sendRaw(request: string, options?: RequestOptions): APIPromise<number> {
    return unwrap(lettersSendRaw(this.#client, request, options));
  }
}
