import type { ShopCore } from "../core.js";
import { customersGetorder } from "../funcs/customersGetorder.js";
import { customersListcustomers } from "../funcs/customersListcustomers.js";
import { type APIPromise, unwrap } from "../lib/api-promise.js";
import type { RequestOptions } from "../lib/operation.js";
import type * as components from "../models/components/index.js";
import type * as operations from "../models/operations/index.js";

/** The methods of `customers`. */
export class Customers {
  readonly #client: ShopCore;

  constructor(client: ShopCore) {
    this.#client = client;
  }

  /** GET /orders/{id} */
  getorder(request: operations.GetorderRequest, options?: RequestOptions): APIPromise<components.Order> {
    return unwrap(customersGetorder(this.#client, request, options));
  }

  /** GET /customers */
  listcustomers(options?: RequestOptions): APIPromise<void> {
    return unwrap(customersListcustomers(this.#client, options));
  }
}
