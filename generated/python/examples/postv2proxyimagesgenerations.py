"""POST /v2/proxy/images/generations

Create an image

Paints one or more images from a description in words.
"""

from orq_images.models import (
    PostV2ProxyImagesGenerationsCache,
    PostV2ProxyImagesGenerationsFallbacks,
    PostV2ProxyImagesGenerationsOrq,
    PostV2ProxyImagesGenerationsRequestBody,
    PostV2ProxyImagesGenerationsRetry,
    PostV2ProxyImagesGenerationsThread,
    PublicContact,
)

request = PostV2ProxyImagesGenerationsRequestBody(
    prompt="<value>",
    model="Focus",
    orq=PostV2ProxyImagesGenerationsOrq(
        retry=PostV2ProxyImagesGenerationsRetry(on_codes=[429, 500, 502, 503, 504]),
        fallbacks=[PostV2ProxyImagesGenerationsFallbacks(model="openai/gpt-4o-mini")],
        contact=PublicContact(
            id="contact_01ARZ3NDEKTSV4RRFFQ69G5FAV",
            display_name="Jane Doe",
            email="jane.doe@example.com",
            metadata=[{"department": "Engineering", "role": "Senior Developer"}],
            logo_url="https://example.com/avatars/jane-doe.jpg",
            tags=["hr", "engineering"],
        ),
        thread=PostV2ProxyImagesGenerationsThread(
            id="thread_01ARZ3NDEKTSV4RRFFQ69G5FAV",
            tags=["customer-support", "priority-high"],
        ),
        cache=PostV2ProxyImagesGenerationsCache(ttl=3600, type="exact_match"),
    ),
)

if __name__ == "__main__":
    print(request.model_dump_json(indent=2))
