import type { DepotCore } from "../core.js";
import { reposDiff } from "../funcs/reposDiff.js";
import { type APIPromise, unwrap } from "../lib/api-promise.js";
import type { RequestOptions } from "../lib/operation.js";
import { Diff } from "./diff.js";

/** The methods of `repos`. */
export class Repos {
  readonly #client: DepotCore;
  #diff2?: Diff;

  constructor(client: DepotCore) {
    this.#client = client;
  }

  /** The methods of `repos.diff2`. */
  get diff2(): Diff {
    return (this.#diff2 ??= new Diff(this.#client));
  }

  /** GET /repos/diff */
  diff(options?: RequestOptions): APIPromise<void> {
    return unwrap(reposDiff(this.#client, options));
  }
}
