"""What users see of a package is typed: their checkers infer results, and have nothing to say about the package."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.nightly

USE = """
from contextlib import AbstractContextManager
from typing import assert_type

from acme_photos import AcmePhotos, errors, models
from acme_photos._runtime.client.paging import ItemPage
from acme_photos._runtime.client.raw import APIResponse
from acme_photos.utils import BackoffStrategy, RetryConfig
from acme_photos.utils.eventstreaming import EventStream, EventStreamAsync

with AcmePhotos("k", retry_config=RetryConfig("backoff", BackoffStrategy(1, 2, 1.5, 10), False)) as client:
    assert_type(client, AcmePhotos)
    assert_type(client.albums.get(id="a", filter_={"camera": "x"}), models.Album)
    assert_type(client.chat.ask(messages=[{"role": "user", "content": "x"}]), models.ChatAnswer)
    assert_type(client.chat.ask(messages=[], stream=True), EventStream[models.ChatEvent])
    page = client.albums.list()
    assert_type(page, ItemPage[models.AlbumList, models.Album] | None)
    while page is not None:
        assert_type(page.result, models.AlbumList)
        for album in page.items():
            assert_type(album, models.Album)
        page = page.next()
    assert_type(client.with_raw_response.albums.get(id="a"), APIResponse[models.Album])
    assert_type(client.with_streaming_response.albums.get(id="a"), AbstractContextManager[APIResponse[models.Album]])
    assert_type(client.with_options(timeout_ms=5), AcmePhotos)
    for event in client.chat.ask(messages=[], stream=True):
        assert_type(event, models.ChatEvent)
    try:
        client.albums.delete(id="a")
    except errors.NotFound as error:
        assert_type(error.data, errors.NotFoundData)


async def main() -> None:
    async with AcmePhotos() as client:
        assert_type(await client.albums.get_async(id="a"), models.Album)
        assert_type(await client.chat.ask_async(messages=[], stream=True), EventStreamAsync[models.ChatEvent])
        assert_type(await client.with_raw_response.albums.get_async(id="a"), APIResponse[models.Album])
        async for chunk in await client.photos.download_async(id="a"):
            assert_type(chunk, bytes)
"""


def test_mypy_accepts_the_package_and_its_use_strictly(acme_folder: Path) -> None:
    use = acme_folder / "use.py"
    use.write_text(USE)
    command = [sys.executable, "-m", "mypy", "--strict", "--python-version", "3.11", "--no-incremental"]
    run = subprocess.run(
        [*command, "-p", "acme_photos", "-m", "use"], cwd=acme_folder, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout


def test_pyright_accepts_the_package_and_its_use_strictly(acme_folder: Path) -> None:
    command = [sys.executable, "-m", "pyright"]
    if subprocess.run([*command, "--version"], capture_output=True, check=False).returncode != 0:
        pytest.skip("pyright is not installed, nor can npm install it")
    (acme_folder / "use.py").write_text(USE)
    (acme_folder / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict", "pythonVersion": "3.11"}')
    run = subprocess.run(
        [*command, "--pythonpath", sys.executable], cwd=acme_folder, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout
