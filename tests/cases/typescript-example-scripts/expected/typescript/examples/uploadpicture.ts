import type * as operations from "@acme/pets/models/operations";

/** POST /pets */
export const request: operations.UploadPictureRequestBody = {
  picture: {
    fileName: "example.file",
    content: new TextEncoder().encode("example"),
  },
  when: "2023-07-13T07:52:37.633Z",
};
