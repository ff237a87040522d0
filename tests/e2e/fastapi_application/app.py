"""A photo library, as somebody would write it with FastAPI: passwords, uploads, pages, events, unions, problems."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import datetime, timezone
from enum import Enum
from typing import Annotated, Any, Literal
from uuid import UUID, uuid4

from fastapi import Depends, FastAPI, File, Form, HTTPException, Query, Request, Response, UploadFile, status
from fastapi.responses import JSONResponse, StreamingResponse
from fastapi.security import OAuth2PasswordBearer, OAuth2PasswordRequestForm
from pydantic import AfterValidator, BaseModel, Field

USERS = {"ada": "lovelace"}
PROBLEM = "application/problem+json"


class Visibility(str, Enum):
    """Who sees a photo."""

    private = "private"
    public = "public"


class Circle(BaseModel):
    """A round frame."""

    kind: Literal["circle"]
    radius: float = Field(gt=0)


class Rectangle(BaseModel):
    """A frame with corners."""

    kind: Literal["rectangle"]
    width: float = Field(gt=0)
    height: float = Field(gt=0)


Frame = Annotated[Circle | Rectangle, Field(discriminator="kind")]


class Photo(BaseModel):
    """A photo of the library."""

    id: UUID
    title: str = Field(max_length=80)
    size: int = Field(description="Bytes of the file.")
    media_type: str
    tags: list[str] = []
    visibility: Visibility = Visibility.private
    note: str | None = None
    frame: Frame | None = None
    uploaded_at: datetime


class PhotoChange(BaseModel):
    """What is to change; what is left out stays."""

    title: str | None = Field(None, max_length=80)
    note: str | None = None
    visibility: Visibility | None = None
    frame: Frame | None = None


class PhotoPage(BaseModel):
    """A page of photos."""

    items: list[Photo]
    next_cursor: str | None = None


class Token(BaseModel):
    """What a password is exchanged for."""

    access_token: str
    token_type: Literal["bearer"] = "bearer"
    expires_in: int = 3600


class Progress(BaseModel):
    """How far the index is."""

    done: int
    of: int


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str | None = None


class ProblemError(Exception):
    """Ends a request with a problem."""

    def __init__(self, code: int, title: str, detail: str | None = None) -> None:
        self.problem = Problem(title=title, status=code, detail=detail)


def problems(*codes: int) -> dict[int | str, dict[str, Any]]:
    """Return the documented problems of a route."""
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {code: {"description": "A problem.", "content": content} for code in codes}


app = FastAPI(title="Photo Library", version="1.4.0", servers=[{"url": "http://localhost:8000"}])
login = OAuth2PasswordBearer(tokenUrl="token")
tokens: dict[str, str] = {}
photos: dict[UUID, Photo] = {}
files: dict[UUID, bytes] = {}


@app.exception_handler(ProblemError)
async def on_problem(request: Request, error: ProblemError) -> JSONResponse:
    """Answer with a problem."""
    content = error.problem.model_dump(exclude_none=True)
    return JSONResponse(content, status_code=error.problem.status, media_type=PROBLEM)


def user_of(token: Annotated[str, Depends(login)]) -> str:
    """Return who calls."""
    if token not in tokens:
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, "unknown token", {"WWW-Authenticate": "Bearer"})
    return tokens[token]


User = Annotated[str, Depends(user_of)]


def photo_of(photo_id: UUID) -> Photo:
    """Return a photo by its id."""
    if photo_id not in photos:
        raise ProblemError(404, "No such photo", f"there is no photo {photo_id}")
    return photos[photo_id]


Wanted = Annotated[Photo, Depends(photo_of)]


@app.post("/token", tags=["sessions"])
def create_token(form: Annotated[OAuth2PasswordRequestForm, Depends()]) -> Token:
    """Exchange a password for a token."""
    if USERS.get(form.username) != form.password:
        raise HTTPException(status.HTTP_400_BAD_REQUEST, "wrong name or password")
    token = f"t{len(tokens) + 1}"
    tokens[token] = form.username
    return Token(access_token=token)


@app.post("/photos", tags=["photos"], status_code=201, responses=problems(413))
async def upload_photo(
    user: User,
    file: Annotated[UploadFile, File(description="The picture.")],
    title: Annotated[str, Form(max_length=80)],
    tags: Annotated[list[str], Form()] = [],  # noqa: B006
) -> Photo:
    """Upload a photo."""
    content = await file.read()
    if len(content) > 1_000_000:
        raise ProblemError(413, "Too large")
    media_type = file.content_type or "application/octet-stream"
    photo = Photo(
        id=uuid4(),
        title=title,
        size=len(content),
        media_type=media_type,
        tags=tags,
        uploaded_at=datetime.now(timezone.utc),
    )
    photos[photo.id], files[photo.id] = photo, content
    return photo


PAGES = {
    "x-speakeasy-pagination": {
        "type": "cursor",
        "inputs": [{"name": "cursor", "in": "parameters", "type": "cursor"}],
        "outputs": {"nextCursor": "$.next_cursor", "results": "$.items"},
    }
}


def is_place(cursor: str | None) -> str | None:
    """Raise ValueError for a cursor that is no place in the list, a rule that the description does not have."""
    if cursor is not None and not cursor.isdecimal():
        raise ValueError("this cursor was not given out here")
    return cursor


@app.get("/photos", tags=["photos"], openapi_extra=PAGES)
def list_photos(
    user: User,
    cursor: Annotated[str | None, AfterValidator(is_place)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    tag: str | None = None,
) -> PhotoPage:
    """List photos, a page at a time."""
    found = [photo for photo in photos.values() if tag is None or tag in photo.tags]
    start = int(cursor or 0)
    end = start + limit
    return PhotoPage(items=found[start:end], next_cursor=str(end) if end < len(found) else None)


@app.get("/photos/{photo_id}", tags=["photos"], responses=problems(404))
def get_photo(user: User, photo: Wanted) -> Photo:
    """Get a photo."""
    return photo


@app.patch("/photos/{photo_id}", tags=["photos"], responses=problems(404))
def change_photo(user: User, photo: Wanted, change: PhotoChange) -> Photo:
    """Change a photo."""
    photos[photo.id] = photo.model_copy(update={name: getattr(change, name) for name in change.model_fields_set})
    return photos[photo.id]


@app.delete("/photos/{photo_id}", tags=["photos"], status_code=204, responses=problems(404))
def delete_photo(user: User, photo: Wanted) -> None:
    """Delete a photo."""
    del photos[photo.id], files[photo.id]


BINARY = {"description": "The file.", "content": {"application/octet-stream": {"schema": {"type": "string"}}}}


@app.get(
    "/photos/{photo_id}/file",
    tags=["photos"],
    response_class=Response,
    responses={200: BINARY, **problems(404)},
)
def download_photo(user: User, photo: Wanted) -> Response:
    """Download the file of a photo."""
    return Response(files[photo.id], media_type="application/octet-stream")


@app.post("/frames/area", tags=["frames"])
def measure(frame: Frame) -> float:
    """Return the area of a frame."""
    return frame.width * frame.height if isinstance(frame, Rectangle) else 3 * frame.radius**2


EVENTS = {
    "description": "Progress, as it comes.",
    "content": {"text/event-stream": {"schema": {"$ref": "#/components/schemas/Progress"}}},
}


@app.get("/index", tags=["index"], response_class=StreamingResponse, responses={200: EVENTS})
def watch_index(user: User, steps: int = 3) -> StreamingResponse:
    """Watch the index being made."""

    async def events() -> AsyncIterator[str]:
        for done in range(1, steps + 1):
            yield f"data: {json.dumps({'done': done, 'of': steps})}\n\n"

    return StreamingResponse(events(), media_type="text/event-stream")


def description() -> dict[str, Any]:
    """Return the description that FastAPI makes of the application, with the types that only texts name."""
    made = app.openapi()
    for model in (Problem, Progress):
        made["components"]["schemas"][model.__name__] = model.model_json_schema()
    return made
