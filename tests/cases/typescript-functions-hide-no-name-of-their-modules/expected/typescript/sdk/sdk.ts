import { type SDKOptions, SwitchboardCore } from "../core.js";
import { components_ } from "../funcs/components_.js";
import { operation_ } from "../funcs/operation_.js";
import { options_ } from "../funcs/options_.js";
import { unwrap_ } from "../funcs/unwrap_.js";
import { 取得 } from "../funcs/取得.js";
import { type APIPromise, unwrap } from "../lib/api-promise.js";
import { debugLog } from "../lib/debug-log.js";
import type { RequestOptions } from "../lib/operation.js";
import { type CustomRequest, request } from "../lib/request.js";
import type * as components from "../models/components/index.js";

/** Switchboard */
export class Switchboard extends SwitchboardCore {

  constructor(options: SDKOptions = {}) {
    super(options, { debugLog });
  }

  /** GET /options */
  options(options?: RequestOptions): APIPromise<void> {
    return unwrap(options_(this, options));
  }

  /** GET /unwrap */
  unwrap(options?: RequestOptions): APIPromise<void> {
    return unwrap(unwrap_(this, options));
  }

  /** GET /operation */
  operation(options?: RequestOptions): APIPromise<components.Part> {
    return unwrap(operation_(this, options));
  }

  /** GET /components */
  components(options?: RequestOptions): APIPromise<components.Part> {
    return unwrap(components_(this, options));
  }

  /** GET /取得 */
  取得(options?: RequestOptions): APIPromise<void> {
    return unwrap(取得(this, options));
  }

  /** Sends a request that the API's description lacks, with this client's credentials, retries and errors. */
  request<T = unknown>(method: string, path: string, options?: CustomRequest): APIPromise<T> {
    return request(this, method, path, options);
  }

  /** Returns a client with the same options but those given. */
  withOptions(options: SDKOptions): Switchboard {
    return new Switchboard({ ...this._settings.options, ...options });
  }
}
