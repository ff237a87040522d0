import type * as components from "@acme/labels/models/components";

/** PUT /labels */
export const request: components.Labels = {
  owner: "Ada",
};
