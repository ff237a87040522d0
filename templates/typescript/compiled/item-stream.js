/** Streams of items that are parsed as they arrive. */
/** Reads the items of an answer. */
export class ItemSource {
    #reader;
    #parser;
    #context;
    #release;
    #decoder = new TextDecoder();
    #items = [];
    #position = 0;
    #isClosed = false;
    #error;
    constructor(response, parser, context) {
        this.#reader = response.body?.getReader();
        this.#parser = parser;
        this.#context = context;
        this.#release = context.deadline.detach();
    }
    /** Returns the next item. Throws if the connection breaks or an item is invalid. */
    next() {
        if (this.#position === this.#items.length)
            return this.#fill();
        return Promise.resolve({ done: false, value: this.#items[this.#position++] });
    }
    /** Ends the connection; no further item comes. */
    async close() {
        if (this.#isClosed)
            return;
        this.#isClosed = true;
        this.#release();
        await this.#reader?.cancel().catch(() => undefined);
    }
    async #fill() {
        this.#items = [];
        this.#position = 0;
        while (this.#items.length === 0 && !this.#isClosed)
            await this.#parseNext();
        if (this.#items.length > 0)
            return { done: false, value: this.#items[this.#position++] };
        const error = this.#error;
        this.#error = undefined;
        if (error !== undefined)
            throw error;
        return { done: true, value: undefined };
    }
    /** Parses the next chunk. An error is thrown after the items before it were returned. */
    async #parseNext() {
        try {
            const chunk = await this.#read();
            if (chunk !== undefined)
                this.#parser.push(this.#decoder.decode(chunk, { stream: true }), this.#items);
            else
                this.#parser.end(this.#items);
            if (chunk === undefined || this.#parser.isDone)
                await this.close();
        }
        catch (error) {
            this.#error = error;
            await this.close();
        }
    }
    async #read() {
        try {
            return (await this.#reader?.read())?.value;
        }
        catch (cause) {
            throw this.#context.deadline.failure(cause);
        }
    }
}
const PlatformStream = globalThis.ReadableStream;
/**
 * The items of an answer in the order of their arrival: `for await (const event of stream)`. Leaving the loop ends the
 * connection. It is a `ReadableStream`, too.
 */
export class EventStream extends PlatformStream {
    #source;
    constructor(source) {
        const pull = async (controller) => {
            const { done, value } = await source.next();
            if (done)
                controller.close();
            else
                controller.enqueue(value);
        };
        super({ pull, cancel: () => source.close() }, { highWaterMark: 0 });
        this.#source = source;
    }
    /** Returns the items one by one. They do not pass the stream's queue, which would cost more than to parse them. */
    [Symbol.asyncIterator]() {
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
