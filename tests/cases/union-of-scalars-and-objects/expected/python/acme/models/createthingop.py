"""POST /things"""

from typing import TypeAlias

from .._runtime import Model


class Three(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/stop/anyOf/2`"""

    at: int


Stop: TypeAlias = str | list[str] | Three
"""Source: `#/paths/~1things/post/requestBody/content/application~1json/schema/properties/stop`"""


class CreateThingRequestBody(Model):
    """Source: `#/paths/~1things/post/requestBody/content/application~1json/schema`"""

    stop: Stop
