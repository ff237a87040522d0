// Typewright's runtime, copied as it is; its digest is 153fecab233af027.
/** Streams of items that are parsed as they arrive. */

import type { DecodeContext } from "./operation.js";
import type { ReadableStream, Response } from "./web.js";

/** Parses a text that arrives in parts into items. */
export interface ItemParser<T> {
  /** Takes the next part of the text, and adds the items that it completes. */
  push(text: string, items: T[]): void;
  /** Parses the rest at the end of the text, and adds its items. */
  end(items: T[]): void;
  /** Whether the rest of the text is to be ignored. */
  readonly isDone: boolean;
}

/** Reads the items of an answer. */
export class ItemSource<T> {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly #parser: ItemParser<T>;
  readonly #context: DecodeContext;
  readonly #release: () => void;
  readonly #decoder = new TextDecoder();
  #items: T[] = [];
  #position = 0;
  #isClosed = false;
  #error: unknown;

  constructor(response: Response, parser: ItemParser<T>, context: DecodeContext) {
    this.#reader = response.body?.getReader();
    this.#parser = parser;
    this.#context = context;
    this.#release = context.deadline.detach();
  }

  /** Returns the next item. Throws if the connection breaks or an item is invalid. */
  next(): Promise<IteratorResult<T, undefined>> {
    if (this.#position === this.#items.length) return this.#fill();
    return Promise.resolve({ done: false, value: this.#items[this.#position++] as T });
  }

  /** Ends the connection; no further item comes. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#release();
    await this.#reader?.cancel().catch(() => undefined);
  }

  async #fill(): Promise<IteratorResult<T, undefined>> {
    this.#items = [];
    this.#position = 0;
    while (this.#items.length === 0 && !this.#isClosed) await this.#parseNext();
    if (this.#items.length > 0) return { done: false, value: this.#items[this.#position++] as T };
    const error = this.#error;
    this.#error = undefined;
    if (error !== undefined) throw error;
    return { done: true, value: undefined };
  }

  /** Parses the next chunk. An error is thrown after the items before it were returned. */
  async #parseNext(): Promise<void> {
    try {
      const chunk = await this.#read();
      if (chunk !== undefined) this.#parser.push(this.#decoder.decode(chunk, { stream: true }), this.#items);
      else this.#parser.end(this.#items);
      if (chunk === undefined || this.#parser.isDone) await this.close();
    } catch (error) {
      this.#error = error;
      await this.close();
    }
  }

  async #read(): Promise<Uint8Array | undefined> {
    try {
      return (await this.#reader?.read())?.value;
    } catch (cause) {
      throw this.#context.deadline.failure(cause);
    }
  }
}

interface StreamConstructor {
  new <T>(source: object, strategy?: { readonly highWaterMark?: number }): ReadableStream<T>;
}

const PlatformStream: StreamConstructor = globalThis.ReadableStream as unknown as StreamConstructor;

/**
 * The items of an answer in the order of their arrival: `for await (const event of stream)`. Leaving the loop ends the
 * connection. It is a `ReadableStream`, too.
 */
export class EventStream<T> extends PlatformStream<T> {
  readonly #source: ItemSource<T>;

  constructor(source: ItemSource<T>) {
    const pull = async (controller: ReadableStreamDefaultController<T>): Promise<void> => {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    };
    super({ pull, cancel: () => source.close() }, { highWaterMark: 0 });
    this.#source = source;
  }

  /** Returns the items one by one. They do not pass the stream's queue, which would cost more than to parse them. */
  override [Symbol.asyncIterator](): AsyncIterableIterator<T> {
    const source = this.#source;
    return {
      next: () => source.next(),
      return: async () => {
        await source.close();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}
