import type * as operations from "shop/models/operations";

/** GET /orders/{id} */
export const request: operations.GetorderRequest = {
  id: "<id>",
};
