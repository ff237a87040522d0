import type * as operations from "@orq-ai/node/models/operations";

/**
 * POST /v2/proxy/images/edits
 *
 * Edit an image
 */
export const request: operations.PostV2ProxyImagesEditsRequestBody = {
  model: "Spyder",
  image: [
    {
      fileName: "example.file",
      content: new TextEncoder().encode("example"),
    },
    {
      fileName: "example.file",
      content: new TextEncoder().encode("example"),
    },
    {
      fileName: "example.file",
      content: new TextEncoder().encode("example"),
    },
  ],
  prompt: "<value>",
};
