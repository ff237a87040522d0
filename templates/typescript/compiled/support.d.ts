/** Server-sent events in the order of their arrival: `for await (const event of stream)`. */
export type EventStream<T> = AsyncIterable<T>;
declare const unrecognized: unique symbol;
/** A value that an open enumeration does not list: a later version of the API may know it. */
export type Unrecognized<T> = T & {
    readonly [unrecognized]?: never;
};
export {};
