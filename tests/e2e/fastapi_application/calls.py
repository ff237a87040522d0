"""Calls the photo library with its installed client, and prints what came of it: `calls.py URL doing|awaiting`."""

from __future__ import annotations

import asyncio
import io
import json
import sys
from pathlib import Path
from typing import Any

import photo_library
from photo_library import PhotoLibrary, models

URL = sys.argv[1]
PICTURE = b"\x89PNG\r\n" + bytes(range(256))


def security(password: str = "lovelace") -> models.Security:
    """Return the credentials of a user."""
    login = models.SchemeOAuth2PasswordBearer(username="ada", password=password)
    return models.Security(o_auth2_password_bearer=login)


def shown(photo: models.Photo) -> dict[str, Any]:
    """Return what of a photo is the same in every run."""
    return json.loads(photo.model_dump_json(exclude={"id", "uploaded_at"}))  # type: ignore[no-any-return]


def doing() -> dict[str, Any]:
    """Make the calls, each after the other."""
    found: dict[str, Any] = {}
    with PhotoLibrary(security=security(), server_url=URL) as library:
        for number in range(5):
            file = models.File(file_name=f"{number}.png", content=io.BytesIO(PICTURE), content_type="image/png")
            photo = library.photos.upload_photo(file=file, title=f"Foto {number} ü", tags=["a", "b"])
        found["uploaded"] = shown(photo)
        found["got"] = library.photos.get_photo(photo_id=photo.id) == photo
        circle = models.Circle(kind="circle", radius=2)
        found["changed"] = shown(library.photos.change_photo(photo_id=photo.id, note=None, frame=circle))
        found["file"] = library.photos.download_photo(photo_id=photo.id).read() == PICTURE
        page = library.photos.list_photos(limit=2)
        assert page is not None
        found["titles"] = [item.title for item in page.items()]
        found["pages"] = [len(page.result.items) for page in page]
        found["areas"] = [
            library.frames.measure(request=circle),
            library.frames.measure(request={"kind": "rectangle", "width": 2, "height": 1.5}),
        ]
        with library.index.watch_index(steps=3) as events:
            found["events"] = [event.done for event in events]
        library.photos.delete_photo(photo_id=photo.id)
        try:
            library.photos.get_photo(photo_id=photo.id)
        except models.Problem as error:
            found["problem"] = [error.status_code, error.data.title, isinstance(error, models.PhotoLibraryError)]
        try:
            library.photos.list_photos(limit=1000)
        except ValueError as error:
            found["checked"] = str(error).splitlines()[0]
        try:
            library.photos.list_photos(cursor="elsewhere")
        except models.HTTPValidationError as error:
            found["refused"] = [error.status_code, error.data.detail[0].loc] if error.data.detail else None
        token = library.sessions.create_token(username="ada", password="lovelace", grant_type="password")
        found["token"] = [token.token_type, token.expires_in]
    with PhotoLibrary(security=security("wrong"), server_url=URL) as library:
        try:
            library.photos.list_photos()
        except models.PhotoLibraryError as error:
            found["wrong"] = type(error).__name__
    return found


async def awaiting() -> dict[str, Any]:
    """Make the same calls, awaiting them; the uploads at once."""
    found: dict[str, Any] = {}
    async with PhotoLibrary(security=security(), server_url=URL) as library:
        photos = library.photos

        async def upload(number: int) -> models.Photo:
            file = models.File(file_name=f"{number}.png", content=io.BytesIO(PICTURE), content_type="image/png")
            return await photos.upload_photo_async(file=file, title=f"Foto {number} ü", tags=["a", "b"])

        *_, photo = await asyncio.gather(*map(upload, range(5)))
        found["uploaded"] = shown(photo)
        found["got"] = await photos.get_photo_async(photo_id=photo.id) == photo
        circle = models.Circle(kind="circle", radius=2)
        found["changed"] = shown(await photos.change_photo_async(photo_id=photo.id, note=None, frame=circle))
        file = await photos.download_photo_async(photo_id=photo.id)
        found["file"] = await file.read() == PICTURE
        page = await photos.list_photos_async(limit=2)
        assert page is not None
        found["titles"] = sorted([item.title async for item in page.items_async()])
        found["pages"] = [len(page.result.items) async for page in page]
        found["areas"] = [
            await library.frames.measure_async(request=circle),
            await library.frames.measure_async(request={"kind": "rectangle", "width": 2, "height": 1.5}),
        ]
        async with await library.index.watch_index_async(steps=3) as events:
            found["events"] = [event.done async for event in events]
        await photos.delete_photo_async(photo_id=photo.id)
        try:
            await photos.get_photo_async(photo_id=photo.id)
        except models.Problem as error:
            found["problem"] = [error.status_code, error.data.title, isinstance(error, models.PhotoLibraryError)]
        try:
            await photos.list_photos_async(limit=1000)
        except ValueError as error:
            found["checked"] = str(error).splitlines()[0]
        try:
            await photos.list_photos_async(cursor="elsewhere")
        except models.HTTPValidationError as error:
            found["refused"] = [error.status_code, error.data.detail[0].loc] if error.data.detail else None
        token = await library.sessions.create_token_async(username="ada", password="lovelace", grant_type="password")
        found["token"] = [token.token_type, token.expires_in]
    async with PhotoLibrary(security=security("wrong"), server_url=URL) as library:
        try:
            await library.photos.list_photos_async()
        except models.PhotoLibraryError as error:
            found["wrong"] = type(error).__name__
    return found


if __name__ == "__main__":
    outcome = asyncio.run(awaiting()) if sys.argv[2] == "awaiting" else doing()
    place = Path(str(photo_library.__file__)).parent.parent.name
    print(json.dumps({**outcome, "installed": place == "site-packages"}))
