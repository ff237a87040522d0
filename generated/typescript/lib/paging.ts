// Typewright's runtime, copied as it is; its digest is eb9a62431711096a.
/** Answers in pages. */

import { headerLists } from "./answers.js";
import { APIPromise, type ResultPromise } from "./api-promise.js";
import { call } from "./call.js";
import type { ClientCore } from "./client.js";
import { BaseError } from "./errors.js";
import type { Location, Operation, RequestOptions, WithResponse } from "./operation.js";
import type { Result } from "./result.js";
import type { SecurityValues } from "./security.js";
import type { Response } from "./web.js";

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
export class PagingError extends BaseError {
  static override readonly brand: string = "PagingError";
}

/** Requests pages by the cursor in the previous page. */
export function byCursor<Request, Page, Item = never>(rules: {
  items?: (page: Page) => readonly Item[] | null | undefined;
  cursor: (page: Page) => unknown;
  advance: (request: Request, cursor: unknown) => Request;
}): Paging<Request, Page, Item> {
  return {
    items: (page) => rules.items?.(page),
    next({ request }, page) {
      const cursor = rules.cursor(page);
      if (cursor === undefined || cursor === null || cursor === "") return undefined;
      return { request: rules.advance(request, cursor), position: cursor };
    },
  };
}

/** Requests pages by the URL in the previous page. */
export function byURL<Request, Page, Item = never>(rules: {
  items?: (page: Page) => readonly Item[] | null | undefined;
  url: (page: Page) => unknown;
}): Paging<Request, Page, Item> {
  return {
    items: (page) => rules.items?.(page),
    next({ request }, page) {
      const url = rules.url(page);
      return typeof url === "string" && url !== "" ? { request, url, position: url } : undefined;
    },
  };
}

/** Requests pages by number, until one is empty, short, or the last of the API's count. */
export function byPage<Request, Page, Item = never>(rules: {
  items?: (page: Page) => readonly Item[] | null | undefined;
  page: (request: Request) => number | bigint | null | undefined;
  advance: (request: Request, page: number) => Request;
  limit?: (request: Request) => number | bigint | null | undefined;
  pageCount?: (page: Page) => number | bigint | null | undefined;
}): Paging<Request, Page, Item> {
  return {
    items: (page) => rules.items?.(page),
    next({ request }, page) {
      const number = Number(rules.page(request) ?? 1);
      const count = rules.pageCount?.(page);
      // Without a count, and without items to look at, nothing says whether there is another page.
      if (number >= (count ?? (rules.items ? Infinity : 0))) return undefined;
      if (rules.items && isShort(rules.items(page), rules.limit?.(request))) return undefined;
      return { request: rules.advance(request, number + 1), position: number + 1 };
    },
  };
}

/** Requests pages by the number of items before them, until one is empty or short. */
export function byOffset<Request, Page, Item>(rules: {
  items: (page: Page) => readonly Item[] | null | undefined;
  offset: (request: Request) => number | bigint | null | undefined;
  advance: (request: Request, offset: number) => Request;
  limit?: (request: Request) => number | bigint | null | undefined;
}): Paging<Request, Page, Item> {
  return {
    items: rules.items,
    next({ request }, page) {
      const items = rules.items(page);
      if (isShort(items, rules.limit?.(request))) return undefined;
      const offset = Number(rules.offset(request) ?? 0) + (items?.length ?? 0);
      return { request: rules.advance(request, offset), position: offset };
    },
  };
}

function isShort(items: readonly unknown[] | null | undefined, limit: number | bigint | null | undefined): boolean {
  const count = items?.length ?? 0;
  return count === 0 || count < (limit ?? 0);
}

/** A page, and by iteration all following ones: `for await (const page of await sdk.photos.list())`. */
export class PageIterator<Page, Item = never> implements AsyncIterable<PageIterator<Page, Item>> {
  /** The answer of the API. */
  readonly result: Page;
  /** The headers of the answer by their names in lower case, each with all its values. */
  readonly headers: { [k: string]: string[] };
  readonly #next: () => Promise<PageIterator<Page, Item> | null>;
  readonly #items: (page: Page) => readonly Item[] | null | undefined;

  constructor(
    result: Page,
    headers: { [k: string]: string[] },
    next: () => Promise<PageIterator<Page, Item> | null>,
    items: (page: Page) => readonly Item[] | null | undefined,
  ) {
    this.result = result;
    this.headers = headers;
    this.#next = next;
    this.#items = items;
  }

  /** Returns the page after this one; null where this is the last. */
  next(): Promise<PageIterator<Page, Item> | null> {
    return this.#next();
  }

  /** Returns this page and those after it. */
  async *[Symbol.asyncIterator](): AsyncGenerator<PageIterator<Page, Item>, undefined, undefined> {
    for (let page: PageIterator<Page, Item> | null = this; page !== null; page = await page.next()) yield page;
  }

  /** Returns the items of this page and of those after it. */
  async *items(): AsyncGenerator<Item, undefined, undefined> {
    for await (const page of this) yield* page.#items(page.result) ?? [];
  }
}

/** Returns a function that resolves a page's URL against that of the first page. */
function locatorOf(pageURL: string, id: string): (url: string) => Location {
  return (url) => {
    if (!URL.canParse(pageURL, url)) throw new PagingError(`${id}: the API names a page by what is no URL`);
    const page = new URL(pageURL, url);
    return { url: page.href, isForeign: page.origin !== new URL(url).origin };
  };
}

type PageCall<Page, Item, E> = WithResponse<Result<PageIterator<Page, Item>, E>, Response | undefined>;

/** Calls an operation that answers in pages. The options of the call apply to further pages, too. */
export function paginate<Request, Page, Item, E>(
  client: ClientCore,
  operation: Operation,
  paging: Paging<Request, Page, Item>,
  request: Request,
  options?: RequestOptions,
  security?: SecurityValues,
): ResultPromise<PageIterator<Page, Item>, E> {
  /** The number of each page by its position: a page can be requested again, but cannot follow itself. */
  const numbers = new Map<unknown, number>();
  const load = async (step: Step<Request>, number: number): Promise<PageCall<Page, Item, E>> => {
    const described = step.url === undefined ? operation : { ...operation, locate: locatorOf(step.url, operation.id) };
    const { value: result, response } = await call<Page, E>(
      client,
      described,
      step.request,
      options,
      security,
    ).withResponse();
    if (!result.ok) return { value: result, response };
    const next = async (): Promise<PageIterator<Page, Item> | null> => {
      const following = paging.next(step, result.value);
      if (following === undefined) return null;
      if ((numbers.get(following.position) ?? number + 1) <= number) {
        throw new PagingError(
          `${operation.id}: the API answers the same position again, ${String(following.position)}`,
        );
      }
      numbers.set(following.position, number + 1);
      const { value } = await load(following, number + 1);
      if (!value.ok) throw value.error;
      return value.value;
    };
    const headers = response === undefined ? {} : headerLists(response);
    const page = new PageIterator(result.value, headers, next, (value: Page) => paging.items(value));
    return { value: { ok: true, value: page }, response };
  };
  return new APIPromise(load({ request }, 1));
}
