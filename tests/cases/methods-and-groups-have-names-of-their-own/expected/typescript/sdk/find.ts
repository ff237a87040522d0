import type { DepotCore } from "../core.js";
import { find2History } from "../funcs/find2History.js";
import { type APIPromise, unwrap } from "../lib/api-promise.js";
import type { RequestOptions } from "../lib/operation.js";

/** The methods of `find2`. */
export class Find {
  readonly #client: DepotCore;

  constructor(client: DepotCore) {
    this.#client = client;
  }

  /** GET /find/history */
  history(options?: RequestOptions): APIPromise<void> {
    return unwrap(find2History(this.#client, options));
  }
}
