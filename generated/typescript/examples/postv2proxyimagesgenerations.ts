import type * as operations from "@orq-ai/node/models/operations";

/**
 * POST /v2/proxy/images/generations
 *
 * Create an image
 */
export const request: operations.PostV2ProxyImagesGenerationsRequestBody = {
  prompt: "<value>",
  model: "Impala",
  orq: {
    retry: {
      onCodes: [
        429,
        500,
        502,
        503,
        504,
      ],
    },
    fallbacks: [
      {
        model: "openai/gpt-4o-mini",
      },
    ],
    contact: {
      id: "contact_01ARZ3NDEKTSV4RRFFQ69G5FAV",
      displayName: "Jane Doe",
      email: "jane.doe@example.com",
      metadata: [
        {
          "department": "Engineering",
          "role": "Senior Developer",
        },
      ],
      logoUrl: "https://example.com/avatars/jane-doe.jpg",
      tags: [
        "hr",
        "engineering",
      ],
    },
    thread: {
      id: "thread_01ARZ3NDEKTSV4RRFFQ69G5FAV",
      tags: [
        "customer-support",
        "priority-high",
      ],
    },
    cache: {
      ttl: 3600,
      type: "exact_match",
    },
  },
};
