"""POST /chat"""

from .._runtime import Model, ResponseModel


class ChatRequestBody(Model):
    """Source: `#/paths/~1chat/post/requestBody/content/application~1json/schema`"""

    text: str


class Data(ResponseModel):
    """Source: `#/paths/~1chat/post/responses/200/content/text~1event-stream/schema/properties/data`"""

    piece: str


class ChatResponseBody(ResponseModel):
    """The answer, piece by piece.

    Source: `#/paths/~1chat/post/responses/200/content/text~1event-stream/schema`
    """

    data: Data
