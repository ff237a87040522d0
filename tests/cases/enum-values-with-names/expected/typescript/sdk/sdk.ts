import { PetsCore, type SDKOptions } from "../core.js";
import { getThing } from "../funcs/getThing.js";
import { type APIPromise, unwrap } from "../lib/api-promise.js";
import { debugLog } from "../lib/debug-log.js";
import type { RequestOptions } from "../lib/operation.js";
import { type CustomRequest, request } from "../lib/request.js";
import type * as components from "../models/components/index.js";

/** Pets */
export class Pets extends PetsCore {

  constructor(options: SDKOptions = {}) {
    super(options, { debugLog });
  }

  /** GET /thing */
  getThing(options?: RequestOptions): APIPromise<components.Thing> {
    return unwrap(getThing(this, options));
  }

  /** Sends a request that the API's description lacks, with this client's credentials, retries and errors. */
  request<T = unknown>(method: string, path: string, options?: CustomRequest): APIPromise<T> {
    return request(this, method, path, options);
  }

  /** Returns a client with the same options but those given. */
  withOptions(options: SDKOptions): Pets {
    return new Pets({ ...this._settings.options, ...options });
  }
}
