"""Pages in a headless Chromium, driven over a pipe (Chrome DevTools Protocol), so that their scripts have real time."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.e2e.test_docs_site import QUIET


@dataclass
class BrowserPage:
    """One open page."""

    sent: int
    """The file descriptor that commands are written to."""
    received: int
    """The file descriptor that answers are read from."""
    session: str = ""
    _number: int = 0
    _rest: bytes = field(default=b"")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Return the result of a command of the protocol."""
        self._number += 1
        command = {"id": self._number, "method": method, "params": parameters}
        if self.session:
            command["sessionId"] = self.session
        os.write(self.sent, json.dumps(command).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def value(self, expression: str) -> Any:
        """Return the value of an expression in the page."""
        return self.call("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def waited(self, expression: str, seconds: float = 30) -> Any:
        """Return the value of an expression as soon as it is true; the last one after so many seconds."""
        end = time.monotonic() + seconds
        while not (found := self.value(expression)) and time.monotonic() < end:
            time.sleep(0.1)
        return found

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            part = os.read(self.received, 1 << 16)
            assert part, "the browser has ended"
            self._rest += part
        text, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        return message


@contextmanager
def opened_page(browser: str, folder: Path, address: str) -> Iterator[BrowserPage]:
    """Open a page in a browser whose files are in `folder`."""
    (theirs_in, sent), (received, theirs_out) = os.pipe(), os.pipe()
    command = [browser, "--headless", "--no-sandbox", *QUIET, f"--user-data-dir={folder}", "--remote-debugging-pipe"]
    shell = f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}'
    started = ["bash", "-c", shell, "bash", *command]
    process = subprocess.Popen(started, pass_fds=(theirs_in, theirs_out), stderr=subprocess.DEVNULL)
    os.close(theirs_in)
    os.close(theirs_out)
    try:
        page = BrowserPage(sent, received)
        target = page.call("Target.createTarget", url=address)["targetId"]
        page.session = page.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        yield page
    finally:
        process.kill()
        process.wait()
        os.close(sent)
        os.close(received)
