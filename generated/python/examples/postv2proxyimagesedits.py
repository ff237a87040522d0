"""POST /v2/proxy/images/edits

Edit an image

Paints new images from given ones and a description of the change.
"""

from orq_images.models import Image, PostV2ProxyImagesEditsRequestBody

request = PostV2ProxyImagesEditsRequestBody(
    model="XTS",
    image=[
        Image(file_name="example.file", content=b"content"),
        Image(file_name="example.file", content=b"content"),
        Image(file_name="example.file", content=b"content"),
    ],
    prompt="<value>",
)

if __name__ == "__main__":
    print(request)
