import type * as operations from "@acme/pets/models/operations";

/**
 * PUT /pets/{id}
 *
 * Change a pet *\/ wholly
 */
export const request: operations.PutPetRequest = {
  id: 12,
  requestBody: {
    name: "Rex",
    born: new Date("2020-01-01T00:00:00Z"),
    owner: {
      kind: "person",
      since: new Date("2020-01-02T00:00:00Z"),
    },
  },
};
