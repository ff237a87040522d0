/** Answers that come in pages. */

import { APIPromise, type ResultPromise } from "./api-promise.js";
import { call } from "./call.js";
import type { ClientCore } from "./client.js";
import { BaseError } from "./errors.js";
import type { Location, Operation, RequestOptions, WithResponse } from "./operation.js";
import type { Result } from "./result.js";
import type { SecurityValues } from "./security.js";
import type { Response } from "./web.js";

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
export class PagingError extends BaseError {
  static override readonly brand: string = "PagingError";
}

/** Asks for pages by a cursor that the page before names. */
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

/** Asks for pages by the URL that the page before names. */
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

/** Asks for pages by their numbers, until one is empty, short, or the last that the API counts. */
export function byPage<Request, Page, Item>(rules: {
  items: (page: Page) => readonly Item[] | null | undefined;
  page: (request: Request) => number | bigint | null | undefined;
  advance: (request: Request, page: number) => Request;
  limit?: (request: Request) => number | bigint | null | undefined;
  pageCount?: (page: Page) => number | bigint | null | undefined;
}): Paging<Request, Page, Item> {
  return {
    items: rules.items,
    next({ request }, page) {
      const number = Number(rules.page(request) ?? 1);
      const isLast = number >= (rules.pageCount?.(page) ?? Infinity);
      if (isLast || isShort(rules.items(page), rules.limit?.(request))) return undefined;
      return { request: rules.advance(request, number + 1), position: number + 1 };
    },
  };
}

/** Asks for pages by how many items come before them, until one is empty or short. */
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

/** One page, from which the others are reached: `for await (const page of await sdk.photos.list())`. */
export class PageIterator<Page, Item = never> implements AsyncIterable<PageIterator<Page, Item>> {
  /** What the API answered. */
  readonly result: Page;
  readonly #next: () => Promise<PageIterator<Page, Item> | null>;
  readonly #items: (page: Page) => readonly Item[] | null | undefined;

  constructor(
    result: Page,
    next: () => Promise<PageIterator<Page, Item> | null>,
    items: (page: Page) => readonly Item[] | null | undefined,
  ) {
    this.result = result;
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

/** Returns what says where a page is: its URL may be relative to that of the first one. */
function locatorOf(pageURL: string): (url: string) => Location {
  return (url) => {
    const page = new URL(pageURL, url);
    return { url: page.href, isForeign: page.origin !== new URL(url).origin };
  };
}

type PageCall<Page, Item, E> = WithResponse<Result<PageIterator<Page, Item>, E>, Response | undefined>;

/** Calls an operation that answers in pages. The options of the call are those of the calls for further pages, too. */
export function paginate<Request, Page, Item, E>(
  client: ClientCore,
  operation: Operation,
  paging: Paging<Request, Page, Item>,
  request: Request,
  options?: RequestOptions,
  security?: SecurityValues,
): ResultPromise<PageIterator<Page, Item>, E> {
  /** The number of each page by its position: pages can be asked for again, but not as pages behind themselves. */
  const numbers = new Map<unknown, number>();
  const load = async (step: Step<Request>, number: number): Promise<PageCall<Page, Item, E>> => {
    const described = step.url === undefined ? operation : { ...operation, locate: locatorOf(step.url) };
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
    const page = new PageIterator(result.value, next, (value: Page) => paging.items(value));
    return { value: { ok: true, value: page }, response };
  };
  return new APIPromise(load({ request }, 1));
}
