"""Types of the module `thingcreatedop`."""

from .._runtime import Model


class ThingCreatedRequestBody(Model):
    """Source: `#/webhooks/thingCreated/post/requestBody/content/application~1json/schema`"""

    id: str
