/** Answers in pages. */
import { type ResultPromise } from "./api-promise.js";
import type { ClientCore } from "./client.js";
import { BaseError } from "./errors.js";
import type { Operation, RequestOptions } from "./operation.js";
import type { SecurityValues } from "./security.js";
/** How the next page is requested. */
export interface Paging<Request, Page, Item> {
    /** Returns the items of a page. */
    items(page: Page): readonly Item[] | null | undefined;
    /** Returns the step after `step`, which requested `page`; undefined after the last page. */
    next(step: Step<Request>, page: Page): Step<Request> | undefined;
}
/** The request of one page. */
export interface Step<Request> {
    /** The arguments of the call. */
    readonly request: Request;
    /** The URL of the page, if the API gives it. */
    readonly url?: string;
    /** Identifies the page: requesting the same page twice is an error. */
    readonly position?: unknown;
}
/** Paging does not end: the API named a page as the next one that was requested before. */
export declare class PagingError extends BaseError {
    static readonly brand: string;
}
/** Requests pages by the cursor in the previous page. */
export declare function byCursor<Request, Page, Item = never>(rules: {
    items?: (page: Page) => readonly Item[] | null | undefined;
    cursor: (page: Page) => unknown;
    advance: (request: Request, cursor: unknown) => Request;
}): Paging<Request, Page, Item>;
/** Requests pages by the URL in the previous page. */
export declare function byURL<Request, Page, Item = never>(rules: {
    items?: (page: Page) => readonly Item[] | null | undefined;
    url: (page: Page) => unknown;
}): Paging<Request, Page, Item>;
/** Requests pages by number, until one is empty, short, or the last of the API's count. */
export declare function byPage<Request, Page, Item = never>(rules: {
    items?: (page: Page) => readonly Item[] | null | undefined;
    page: (request: Request) => number | bigint | null | undefined;
    advance: (request: Request, page: number) => Request;
    limit?: (request: Request) => number | bigint | null | undefined;
    pageCount?: (page: Page) => number | bigint | null | undefined;
}): Paging<Request, Page, Item>;
/** Requests pages by the number of items before them, until one is empty or short. */
export declare function byOffset<Request, Page, Item>(rules: {
    items: (page: Page) => readonly Item[] | null | undefined;
    offset: (request: Request) => number | bigint | null | undefined;
    advance: (request: Request, offset: number) => Request;
    limit?: (request: Request) => number | bigint | null | undefined;
}): Paging<Request, Page, Item>;
/** A page, and by iteration all following ones: `for await (const page of await sdk.photos.list())`. */
export declare class PageIterator<Page, Item = never> implements AsyncIterable<PageIterator<Page, Item>> {
    #private;
    /** The answer of the API. */
    readonly result: Page;
    /** The headers of the answer by their names in lower case, each with all its values. */
    readonly headers: {
        [k: string]: string[];
    };
    constructor(result: Page, headers: {
        [k: string]: string[];
    }, next: () => Promise<PageIterator<Page, Item> | null>, items: (page: Page) => readonly Item[] | null | undefined);
    /** Returns the page after this one; null where this is the last. */
    next(): Promise<PageIterator<Page, Item> | null>;
    /** Returns this page and those after it. */
    [Symbol.asyncIterator](): AsyncGenerator<PageIterator<Page, Item>, undefined, undefined>;
    /** Returns the items of this page and of those after it. */
    items(): AsyncGenerator<Item, undefined, undefined>;
}
/** Calls an operation that answers in pages. The options of the call apply to further pages, too. */
export declare function paginate<Request, Page, Item, E>(client: ClientCore, operation: Operation, paging: Paging<Request, Page, Item>, request: Request, options?: RequestOptions, security?: SecurityValues): ResultPromise<PageIterator<Page, Item>, E>;
