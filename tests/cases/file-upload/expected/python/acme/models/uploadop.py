"""POST /files"""

from typing import Optional

from .._runtime import FileUpload, Model


class File(FileUpload):
    """Source: `#/paths/~1files/post/requestBody/content/multipart~1form-data/schema/properties/file`"""


class UploadRequestBody(Model):
    """Source: `#/paths/~1files/post/requestBody/content/multipart~1form-data/schema`"""

    file: File
    """What is sent."""

    note: Optional[str] = None
