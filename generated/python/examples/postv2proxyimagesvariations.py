"""POST /v2/proxy/images/variations

Create an image variation

Paints images that look like a given one.
"""

from orq_images.models import (
    PostV2ProxyImagesVariationsImage,
    PostV2ProxyImagesVariationsRequestBody,
)

request = PostV2ProxyImagesVariationsRequestBody(
    image=PostV2ProxyImagesVariationsImage(
        file_name="example.file",
        content=b"content",
    ),
    model="Model T",
)

if __name__ == "__main__":
    print(request)
