import { OrqImageAPICore, type SDKOptions } from "../core.js";
import type { APIPromise } from "../lib/api-promise.js";
import { debugLog } from "../lib/debug-log.js";
import { type CustomRequest, request } from "../lib/request.js";
import { Proxy } from "./proxy.js";

/**
 * Orq image API: Create, edit and vary images, and chat about them, through one gateway.
 *
 * Guides and reference of the Orq platform
 * <https://docs.orq.ai>
 */
export class OrqImageAPI extends OrqImageAPICore {
  #proxy?: Proxy;

  constructor(options: SDKOptions = {}) {
    super(options, { debugLog });
  }

  /** The methods of `proxy`. */
  get proxy(): Proxy {
    return (this.#proxy ??= new Proxy(this));
  }

  /** Sends a request that the API's description lacks, with this client's credentials, retries and errors. */
  request<T = unknown>(method: string, path: string, options?: CustomRequest): APIPromise<T> {
    return request(this, method, path, options);
  }

  /** Returns a client with the same options but those given. */
  withOptions(options: SDKOptions): OrqImageAPI {
    return new OrqImageAPI({ ...this._settings.options, ...options });
  }
}
