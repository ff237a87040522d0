/** Answers in pages. */
import { headerLists } from "./answers.js";
import { APIPromise } from "./api-promise.js";
import { call } from "./call.js";
import { BaseError } from "./errors.js";
/** Paging does not end: the API named a page as the next one that was requested before. */
export class PagingError extends BaseError {
    static brand = "PagingError";
}
/** Requests pages by the cursor in the previous page. */
export function byCursor(rules) {
    return {
        items: (page) => rules.items?.(page),
        next({ request }, page) {
            const cursor = rules.cursor(page);
            if (cursor === undefined || cursor === null || cursor === "")
                return undefined;
            return { request: rules.advance(request, cursor), position: cursor };
        },
    };
}
/** Requests pages by the URL in the previous page. */
export function byURL(rules) {
    return {
        items: (page) => rules.items?.(page),
        next({ request }, page) {
            const url = rules.url(page);
            return typeof url === "string" && url !== "" ? { request, url, position: url } : undefined;
        },
    };
}
/** Requests pages by number, until one is empty, short, or the last of the API's count. */
export function byPage(rules) {
    return {
        items: (page) => rules.items?.(page),
        next({ request }, page) {
            const number = Number(rules.page(request) ?? 1);
            const count = rules.pageCount?.(page);
            // Without a count, and without items to look at, nothing says whether there is another page.
            if (number >= (count ?? (rules.items ? Infinity : 0)))
                return undefined;
            if (rules.items && isShort(rules.items(page), rules.limit?.(request)))
                return undefined;
            return { request: rules.advance(request, number + 1), position: number + 1 };
        },
    };
}
/** Requests pages by the number of items before them, until one is empty or short. */
export function byOffset(rules) {
    return {
        items: rules.items,
        next({ request }, page) {
            const items = rules.items(page);
            if (isShort(items, rules.limit?.(request)))
                return undefined;
            const offset = Number(rules.offset(request) ?? 0) + (items?.length ?? 0);
            return { request: rules.advance(request, offset), position: offset };
        },
    };
}
function isShort(items, limit) {
    const count = items?.length ?? 0;
    return count === 0 || count < (limit ?? 0);
}
/** A page, and by iteration all following ones: `for await (const page of await sdk.photos.list())`. */
export class PageIterator {
    /** The answer of the API. */
    result;
    /** The headers of the answer by their names in lower case, each with all its values. */
    headers;
    #next;
    #items;
    constructor(result, headers, next, items) {
        this.result = result;
        this.headers = headers;
        this.#next = next;
        this.#items = items;
    }
    /** Returns the page after this one; null where this is the last. */
    next() {
        return this.#next();
    }
    /** Returns this page and those after it. */
    async *[Symbol.asyncIterator]() {
        for (let page = this; page !== null; page = await page.next())
            yield page;
    }
    /** Returns the items of this page and of those after it. */
    async *items() {
        for await (const page of this)
            yield* page.#items(page.result) ?? [];
    }
}
/** Returns a function that resolves a page's URL against that of the first page. */
function locatorOf(pageURL, id) {
    return (url) => {
        if (!URL.canParse(pageURL, url))
            throw new PagingError(`${id}: the API names a page by what is no URL`);
        const page = new URL(pageURL, url);
        return { url: page.href, isForeign: page.origin !== new URL(url).origin };
    };
}
/** Calls an operation that answers in pages. The options of the call apply to further pages, too. */
export function paginate(client, operation, paging, request, options, security) {
    /** The number of each page by its position: a page can be requested again, but cannot follow itself. */
    const numbers = new Map();
    const load = async (step, number) => {
        const described = step.url === undefined ? operation : { ...operation, locate: locatorOf(step.url, operation.id) };
        const { value: result, response } = await call(client, described, step.request, options, security).withResponse();
        if (!result.ok)
            return { value: result, response };
        const next = async () => {
            const following = paging.next(step, result.value);
            if (following === undefined)
                return null;
            if ((numbers.get(following.position) ?? number + 1) <= number) {
                throw new PagingError(`${operation.id}: the API answers the same position again, ${String(following.position)}`);
            }
            numbers.set(following.position, number + 1);
            const { value } = await load(following, number + 1);
            if (!value.ok)
                throw value.error;
            return value.value;
        };
        const headers = response === undefined ? {} : headerLists(response);
        const page = new PageIterator(result.value, headers, next, (value) => paging.items(value));
        return { value: { ok: true, value: page }, response };
    };
    return new APIPromise(load({ request }, 1));
}
