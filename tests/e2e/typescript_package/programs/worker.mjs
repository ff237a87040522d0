/** The calls in a worker, which has no process. */

import { calls } from "./calls.mjs";

export default {
  fetch: async (_request, { SERVER }) => Response.json(await calls(SERVER)),
};
