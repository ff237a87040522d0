import type * as operations from "@orq-ai/node/models/operations";

/**
 * POST /v2/proxy/chat/completions
 *
 * Answer a conversation
 */
export const request: operations.CreateChatCompletionRequestBody = {
  messages: [
    {
      role: "system",
      content: "You describe images in one sentence.",
    },
    {
      role: "user",
      content: [
        {
          type: "text",
          text: "What is in this image?",
        },
        {
          type: "image_url",
          imageUrl: {
            url: "https://example.com/images/harbour.png",
            detail: "low",
          },
        },
      ],
    },
  ],
  model: "openai/gpt-4o",
  orq: {
    retry: {
      count: 2,
      onCodes: [
        429,
      ],
    },
  },
};
