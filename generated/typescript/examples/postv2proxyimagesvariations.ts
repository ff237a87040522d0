import type * as operations from "@orq-ai/node/models/operations";

/**
 * POST /v2/proxy/images/variations
 *
 * Create an image variation
 */
export const request: operations.PostV2ProxyImagesVariationsRequestBody = {
  image: {
    fileName: "example.file",
    content: new TextEncoder().encode("example"),
  },
  model: "V90",
};
