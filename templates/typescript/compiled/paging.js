/** Answers that come in pages. */
import { APIPromise } from "./api-promise.js";
import { call } from "./call.js";
import { BaseError } from "./errors.js";
/** Paging went in a circle: the API answered that a page is to follow itself. */
export class PagingError extends BaseError {
    static brand = "PagingError";
}
/** Asks for pages by a cursor that the page before names. */
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
/** Asks for pages by the URL that the page before names. */
export function byURL(rules) {
    return {
        items: (page) => rules.items?.(page),
        next({ request }, page) {
            const url = rules.url(page);
            return typeof url === "string" && url !== "" ? { request, url, position: url } : undefined;
        },
    };
}
/** Asks for pages by their numbers, until one is empty, short, or the last that the API counts. */
export function byPage(rules) {
    return {
        items: rules.items,
        next({ request }, page) {
            const number = Number(rules.page(request) ?? 1);
            const isLast = number >= (rules.pageCount?.(page) ?? Infinity);
            if (isLast || isShort(rules.items(page), rules.limit?.(request)))
                return undefined;
            return { request: rules.advance(request, number + 1), position: number + 1 };
        },
    };
}
/** Asks for pages by how many items come before them, until one is empty or short. */
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
/** One page, from which the others are reached: `for await (const page of await sdk.photos.list())`. */
export class PageIterator {
    /** What the API answered. */
    result;
    #next;
    #items;
    constructor(result, next, items) {
        this.result = result;
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
/** Returns what says where a page is: its URL may be relative to that of the first one. */
function locatorOf(pageURL) {
    return (url) => {
        const page = new URL(pageURL, url);
        return { url: page.href, isForeign: page.origin !== new URL(url).origin };
    };
}
/** Calls an operation that answers in pages. The options of the call are those of the calls for further pages, too. */
export function paginate(client, operation, paging, request, options, security) {
    /** The number of each page by its position: pages can be asked for again, but not as pages behind themselves. */
    const numbers = new Map();
    const load = async (step, number) => {
        const described = step.url === undefined ? operation : { ...operation, locate: locatorOf(step.url) };
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
        const page = new PageIterator(result.value, next, (value) => paging.items(value));
        return { value: { ok: true, value: page }, response };
    };
    return new APIPromise(load({ request }, 1));
}
