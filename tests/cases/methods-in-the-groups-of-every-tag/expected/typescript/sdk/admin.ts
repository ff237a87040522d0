import type { ShopCore } from "../core.js";
import { adminGrouped } from "../funcs/adminGrouped.js";
import { type APIPromise, unwrap } from "../lib/api-promise.js";
import type { RequestOptions } from "../lib/operation.js";

/** The methods of `admin`. */
export class Admin {
  readonly #client: ShopCore;

  constructor(client: ShopCore) {
    this.#client = client;
  }

  /** GET /grouped */
  grouped(options?: RequestOptions): APIPromise<void> {
    return unwrap(adminGrouped(this.#client, options));
  }
}
