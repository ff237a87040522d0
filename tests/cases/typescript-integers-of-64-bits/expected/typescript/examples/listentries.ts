import type * as operations from "@acme/ledgers/models/operations";

/** GET /entries */
export const request: operations.ListEntriesRequest = {};
