import { DepotCore, type SDKOptions } from "../core.js";
import { close2 } from "../funcs/close2.js";
import { find } from "../funcs/find.js";
import { type APIPromise, unwrap } from "../lib/api-promise.js";
import { debugLog } from "../lib/debug-log.js";
import type { RequestOptions } from "../lib/operation.js";
import { type CustomRequest, request } from "../lib/request.js";
import { Crates } from "./crates.js";
import { Find } from "./find.js";
import { Repos } from "./repos.js";

/** Depot */
export class Depot extends DepotCore {
  #crates?: Crates;
  #find2?: Find;
  #repos?: Repos;

  constructor(options: SDKOptions = {}) {
    super(options, { debugLog });
  }

  /** The methods of `crates`. */
  get crates(): Crates {
    return (this.#crates ??= new Crates(this));
  }

  /** The methods of `find2`. */
  get find2(): Find {
    return (this.#find2 ??= new Find(this));
  }

  /** The methods of `repos`. */
  get repos(): Repos {
    return (this.#repos ??= new Repos(this));
  }

  /** GET /find */
  find(options?: RequestOptions): APIPromise<void> {
    return unwrap(find(this, options));
  }

  /** POST /close */
  close2(options?: RequestOptions): APIPromise<void> {
    return unwrap(close2(this, options));
  }

  /** Sends a request that the API's description lacks, with this client's credentials, retries and errors. */
  request<T = unknown>(method: string, path: string, options?: CustomRequest): APIPromise<T> {
    return request(this, method, path, options);
  }

  /** Returns a client with the same options but those given. */
  withOptions(options: SDKOptions): Depot {
    return new Depot({ ...this._settings.options, ...options });
  }
}
