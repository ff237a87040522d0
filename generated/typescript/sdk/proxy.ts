import type { OrqImageAPICore } from "../core.js";
import { proxyChatCompletions } from "../funcs/proxyChatCompletions.js";
import { proxyImagesEdit } from "../funcs/proxyImagesEdit.js";
import { proxyImagesGenerate } from "../funcs/proxyImagesGenerate.js";
import { proxyImagesVariation } from "../funcs/proxyImagesVariation.js";
import { type APIPromise, unwrap } from "../lib/api-promise.js";
import type { EventStream } from "../lib/event-stream.js";
import type { RequestOptions } from "../lib/operation.js";
import type * as components from "../models/components/index.js";
import type * as operations from "../models/operations/index.js";

/** The methods of `proxy`. */
export class Proxy {
  readonly #client: OrqImageAPICore;

  constructor(client: OrqImageAPICore) {
    this.#client = client;
  }

  /**
   * Answer a conversation
   *
   * Sends the answer in one JSON document or, with `stream` set, piece by piece as server-sent events.
   *
   * @throws {errors.ProxyError} The status is 400, 401 or 429.
   */
  chatCompletions(
    request: operations.CreateChatCompletionRequestBody & { stream: true },
    options?: RequestOptions,
  ): APIPromise<EventStream<operations.CreateChatCompletionResponseBody>>;
  chatCompletions(
    request: operations.CreateChatCompletionRequestBody & { stream?: false },
    options?: RequestOptions,
  ): APIPromise<components.ChatCompletion>;
  chatCompletions(
    request: operations.CreateChatCompletionRequestBody,
    options?: RequestOptions,
  ): APIPromise<operations.CreateChatCompletionResponse>;
  chatCompletions(
    request: operations.CreateChatCompletionRequestBody,
    options?: RequestOptions,
  ): APIPromise<operations.CreateChatCompletionResponse> {
    return unwrap(proxyChatCompletions(this.#client, request, options));
  }

  /**
   * Create an image
   *
   * Paints one or more images from a description in words.
   *
   * @throws {errors.ProxyError} The status is 400, 401 or 429.
   * @throws {errors.PostV2ProxyImagesGenerationsResponseBody} The status is 422.
   */
  imagesGenerate(
    request: operations.PostV2ProxyImagesGenerationsRequestBody,
    options?: RequestOptions,
  ): APIPromise<operations.PostV2ProxyImagesGenerationsResponseBody> {
    return unwrap(proxyImagesGenerate(this.#client, request, options));
  }

  /**
   * Edit an image
   *
   * Paints new images from given ones and a description of the change.
   *
   * @throws {errors.ProxyError} The status is 400, 401, 413 or 429.
   */
  imagesEdit(
    request: operations.PostV2ProxyImagesEditsRequestBody,
    options?: RequestOptions,
  ): APIPromise<components.ImagesResponse> {
    return unwrap(proxyImagesEdit(this.#client, request, options));
  }

  /**
   * Create an image variation
   *
   * Paints images that look like a given one.
   *
   * @throws {errors.ProxyError} The status is 400, 401, 413 or 429.
   */
  imagesVariation(
    request: operations.PostV2ProxyImagesVariationsRequestBody,
    options?: RequestOptions,
  ): APIPromise<components.ImagesResponse> {
    return unwrap(proxyImagesVariation(this.#client, request, options));
  }
}
