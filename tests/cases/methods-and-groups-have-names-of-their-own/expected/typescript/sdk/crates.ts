import type { DepotCore } from "../core.js";
import { cratesGetCRATE3 } from "../funcs/cratesGetCRATE3.js";
import { cratesGetCrate } from "../funcs/cratesGetCrate.js";
import { cratesGetCrate2 } from "../funcs/cratesGetCrate2.js";
import { cratesGetCrateAsync } from "../funcs/cratesGetCrateAsync.js";
import { type APIPromise, unwrap } from "../lib/api-promise.js";
import type { RequestOptions } from "../lib/operation.js";
import type * as operations from "../models/operations/index.js";

/** The methods of `crates`. */
export class Crates {
  readonly #client: DepotCore;

  constructor(client: DepotCore) {
    this.#client = client;
  }

  /** GET /crates/{id} */
  getCrate(request: operations.GetCrateRequest, options?: RequestOptions): APIPromise<void> {
    return unwrap(cratesGetCrate(this.#client, request, options));
  }

  /** GET /crates/by-label */
  getCrate2(options?: RequestOptions): APIPromise<void> {
    return unwrap(cratesGetCrate2(this.#client, options));
  }

  /** GET /crates/by-weight */
  getCRATE3(options?: RequestOptions): APIPromise<void> {
    return unwrap(cratesGetCRATE3(this.#client, options));
  }

  /** GET /crates/later */
  getCrateAsync(options?: RequestOptions): APIPromise<void> {
    return unwrap(cratesGetCrateAsync(this.#client, options));
  }
}
