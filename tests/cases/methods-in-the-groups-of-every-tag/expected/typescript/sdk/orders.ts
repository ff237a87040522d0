import type { ShopCore } from "../core.js";
import { ordersGetorder } from "../funcs/ordersGetorder.js";
import { type APIPromise, unwrap } from "../lib/api-promise.js";
import type { RequestOptions } from "../lib/operation.js";
import type * as components from "../models/components/index.js";
import type * as operations from "../models/operations/index.js";

/** What was bought. */
export class Orders {
  readonly #client: ShopCore;

  constructor(client: ShopCore) {
    this.#client = client;
  }

  /** GET /orders/{id} */
  getorder(request: operations.GetorderRequest, options?: RequestOptions): APIPromise<components.Order> {
    return unwrap(ordersGetorder(this.#client, request, options));
  }
}
