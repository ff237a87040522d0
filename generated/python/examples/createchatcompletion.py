"""POST /v2/proxy/chat/completions

Answer a conversation

Sends the answer in one JSON document or, with `stream` set, piece by piece as server-sent events.
"""

from orq_images.models import (
    Cache,
    CreateChatCompletionRequestBody,
    Fallbacks,
    Orq,
    PublicContact,
    Retry,
    SystemMessage,
    Thread,
)

request = CreateChatCompletionRequestBody(
    messages=[SystemMessage(role="system", content="<value>")],
    model="openai/gpt-4o",
    temperature=0.7,
    orq=Orq(
        retry=Retry(on_codes=[429, 500, 502]),
        fallbacks=[
            Fallbacks(model="openai/gpt-5"),
            Fallbacks(model="anthropic/claude-4-opus"),
        ],
        contact=PublicContact(
            id="contact_01ARZ3NDEKTSV4RRFFQ69G5FAV",
            display_name="Jane Doe",
            email="jane.doe@example.com",
        ),
        thread=Thread(
            id="thread_01ARZ3NDEKTSV4RRFFQ69G5FAV",
            tags=["customer-support"],
        ),
        inputs={"customer_name": "John Smith", "issue_type": "billing"},
        cache=Cache(ttl=3600, type="exact_match"),
    ),
)

if __name__ == "__main__":
    print(request.model_dump_json(indent=2))
