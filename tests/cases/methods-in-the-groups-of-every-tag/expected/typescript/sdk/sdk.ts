import { type SDKOptions, ShopCore } from "../core.js";
import type { APIPromise } from "../lib/api-promise.js";
import { debugLog } from "../lib/debug-log.js";
import { type CustomRequest, request } from "../lib/request.js";
import { Admin } from "./admin.js";
import { Customers } from "./customers.js";
import { Orders } from "./orders.js";

/** Shop */
export class Shop extends ShopCore {
  #orders?: Orders;
  #customers?: Customers;
  #admin?: Admin;

  constructor(options: SDKOptions = {}) {
    super(options, { debugLog });
  }

  /** What was bought. */
  get orders(): Orders {
    return (this.#orders ??= new Orders(this));
  }

  /** The methods of `customers`. */
  get customers(): Customers {
    return (this.#customers ??= new Customers(this));
  }

  /** The methods of `admin`. */
  get admin(): Admin {
    return (this.#admin ??= new Admin(this));
  }

  /** Sends a request that the API's description lacks, with this client's credentials, retries and errors. */
  request<T = unknown>(method: string, path: string, options?: CustomRequest): APIPromise<T> {
    return request(this, method, path, options);
  }

  /** Returns a client with the same options but those given. */
  withOptions(options: SDKOptions): Shop {
    return new Shop({ ...this._settings.options, ...options });
  }
}
