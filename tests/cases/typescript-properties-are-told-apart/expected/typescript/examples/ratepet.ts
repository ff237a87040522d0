import type * as operations from "@acme/pets/models/operations";

/** POST /pets/{id} */
export const request: operations.RatePetRequest = {
  id: "<id>",
  id2: 7,
  requestBody: {
    "+1": 723490,
    "-1": 394448,
    id: "a",
    birth_date: "b",
    birthDate: "c",
    "1stChoice": false,
    $: "d",
    proto: "e",
  },
};
