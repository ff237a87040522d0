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
export declare class ItemSource<T> {
    #private;
    constructor(response: Response, parser: ItemParser<T>, context: DecodeContext);
    /** Returns the next item. Throws if the connection breaks or an item is invalid. */
    next(): Promise<IteratorResult<T, undefined>>;
    /** Ends the connection; no further item comes. */
    close(): Promise<void>;
}
interface StreamConstructor {
    new <T>(source: object, strategy?: {
        readonly highWaterMark?: number;
    }): ReadableStream<T>;
}
declare const PlatformStream: StreamConstructor;
/**
 * The items of an answer in the order of their arrival: `for await (const event of stream)`. Leaving the loop ends the
 * connection. It is a `ReadableStream`, too.
 */
export declare class EventStream<T> extends PlatformStream<T> {
    #private;
    constructor(source: ItemSource<T>);
    /** Returns the items one by one. They do not pass the stream's queue, which would cost more than to parse them. */
    [Symbol.asyncIterator](): AsyncIterableIterator<T>;
}
export {};
