/** Answers that come in pages. */
import { type ResultPromise } from "./api-promise.js";
import type { ClientCore } from "./client.js";
import { BaseError } from "./errors.js";
import type { Operation, RequestOptions } from "./operation.js";
import type { SecurityValues } from "./security.js";
/** How the page after another is asked for. */
export interface Paging<Request, Page, Item> {
    /** Returns the items of a page. */
    items(page: Page): readonly Item[] | null | undefined;
    /** Returns what asks for the page after `page`, which `step` asked for; undefined behind the last one. */
    next(step: Step<Request>, page: Page): Step<Request> | undefined;
}
/** What asks for one page. */
export interface Step<Request> {
    /** The arguments of the call. */
    readonly request: Request;
    /** The URL of the page, where the API gives it whole. */
    readonly url?: string;
    /** What tells this page from others: a page that is asked for again ends with an error. */
    readonly position?: unknown;
}
/** Paging went in a circle: the API answered that a page is to follow itself. */
export declare class PagingError extends BaseError {
    static readonly brand: string;
}
/** Asks for pages by a cursor that the page before names. */
export declare function byCursor<Request, Page, Item = never>(rules: {
    items?: (page: Page) => readonly Item[] | null | undefined;
    cursor: (page: Page) => unknown;
    advance: (request: Request, cursor: unknown) => Request;
}): Paging<Request, Page, Item>;
/** Asks for pages by the URL that the page before names. */
export declare function byURL<Request, Page, Item = never>(rules: {
    items?: (page: Page) => readonly Item[] | null | undefined;
    url: (page: Page) => unknown;
}): Paging<Request, Page, Item>;
/** Asks for pages by their numbers, until one is empty, short, or the last that the API counts. */
export declare function byPage<Request, Page, Item>(rules: {
    items: (page: Page) => readonly Item[] | null | undefined;
    page: (request: Request) => number | bigint | null | undefined;
    advance: (request: Request, page: number) => Request;
    limit?: (request: Request) => number | bigint | null | undefined;
    pageCount?: (page: Page) => number | bigint | null | undefined;
}): Paging<Request, Page, Item>;
/** Asks for pages by how many items come before them, until one is empty or short. */
export declare function byOffset<Request, Page, Item>(rules: {
    items: (page: Page) => readonly Item[] | null | undefined;
    offset: (request: Request) => number | bigint | null | undefined;
    advance: (request: Request, offset: number) => Request;
    limit?: (request: Request) => number | bigint | null | undefined;
}): Paging<Request, Page, Item>;
/** One page, from which the others are reached: `for await (const page of await sdk.photos.list())`. */
export declare class PageIterator<Page, Item = never> implements AsyncIterable<PageIterator<Page, Item>> {
    #private;
    /** What the API answered. */
    readonly result: Page;
    constructor(result: Page, next: () => Promise<PageIterator<Page, Item> | null>, items: (page: Page) => readonly Item[] | null | undefined);
    /** Returns the page after this one; null where this is the last. */
    next(): Promise<PageIterator<Page, Item> | null>;
    /** Returns this page and those after it. */
    [Symbol.asyncIterator](): AsyncGenerator<PageIterator<Page, Item>, undefined, undefined>;
    /** Returns the items of this page and of those after it. */
    items(): AsyncGenerator<Item, undefined, undefined>;
}
/** Calls an operation that answers in pages. The options of the call are those of the calls for further pages, too. */
export declare function paginate<Request, Page, Item, E>(client: ClientCore, operation: Operation, paging: Paging<Request, Page, Item>, request: Request, options?: RequestOptions, security?: SecurityValues): ResultPromise<PageIterator<Page, Item>, E>;
