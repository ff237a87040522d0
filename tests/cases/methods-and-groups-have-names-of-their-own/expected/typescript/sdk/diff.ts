import type { DepotCore } from "../core.js";
import { reposDiff2Lines } from "../funcs/reposDiff2Lines.js";
import { type APIPromise, unwrap } from "../lib/api-promise.js";
import type { RequestOptions } from "../lib/operation.js";

/** The methods of `repos.diff2`. */
export class Diff {
  readonly #client: DepotCore;

  constructor(client: DepotCore) {
    this.#client = client;
  }

  /** GET /repos/diff/lines */
  lines(options?: RequestOptions): APIPromise<void> {
    return unwrap(reposDiff2Lines(this.#client, options));
  }
}
