import type * as components from "@acme/ledgers/models/components";

/** POST /entries */
export const request: components.Entry = {
  amount: 25n,
  before: [
    1n,
    2n,
  ],
  count: 3,
};
