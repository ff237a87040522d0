"""The files of one description, read on demand, with the checks of which files and URLs may be read."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from types import MappingProxyType
from urllib.parse import unquote, urljoin, urlsplit

from typewright.base.codes import REGISTRY
from typewright.base.digest import digest
from typewright.base.errors import SpecError
from typewright.openapi.files.fetching import FetchError
from typewright.openapi.files.project_folder import is_allowed_url, is_inside
from typewright.openapi.files.reference_hints import is_windows_path
from typewright.openapi.files.source import Source, parse_source, read_source
from typewright.openapi.swagger.source import ConvertedSource, convert_referenced_file


class UnreachableError(Exception):
    """A file may not or cannot be read. Has the code, message and help of the diagnostic."""

    def __init__(self, code: str, message: str, help_text: str | None = None) -> None:
        self.code = code
        self.help = help_text or REGISTRY[code].help
        super().__init__(message)


class FileSet:
    """The sources read so far, by name; the name of the root file is empty.

    `path` is the root file (None: in memory only). `url` is the URL of a root file that was fetched, against which
    references are resolved. Files must lie in the folder `project` or be allowed by `allow`, as URLs must. `fetch`
    reads a URL, and `pinned` maps URLs to the digests that their content must have.
    """

    def __init__(
        self,
        root: Source,
        path: Path | None = None,
        project: Path | None = None,
        allow: Collection[str] = (),
        fetch: Callable[[str], bytes] | None = None,
        pinned: Mapping[str, str] = MappingProxyType({}),
        url: str = "",
    ) -> None:
        self.sources: dict[str, Source] = {"": root}
        self._path = path
        self._project = project
        self._allow = tuple(allow)
        self._fetch = fetch
        self._pinned = pinned
        self._url = url
        self._errors: dict[str, SpecError | UnreachableError] = {}

    def load(self, uri: str) -> str:
        """Return the name of the file at `uri`: a path relative to the root file's folder, or a URL.

        Raises UnreachableError if access is refused (E202, E203) or the file does not exist (E206), SpecError with the
        errors in the file.
        """
        if self._url and (uri := urljoin(self._url, uri)) == self._url:
            return ""
        name = uri if urlsplit(uri).scheme else unquote(uri)
        if name in self._errors:
            raise self._errors[name]
        if name not in self.sources:
            try:
                if not urlsplit(uri).scheme and self._is_root(name):
                    return ""
                self.sources[name] = self._read_other(uri, name)
            except (SpecError, UnreachableError) as fault:
                self._errors[name] = fault
                raise
        return name

    def _read_other(self, uri: str, name: str) -> Source:
        """Read a file other than the root file, and convert it from Swagger 2.0 if the root file was."""
        source = self._read_url(uri) if urlsplit(uri).scheme else self._read_path(name)
        return convert_referenced_file(source) if isinstance(self.sources[""], ConvertedSource) else source

    def _read_url(self, url: str) -> Source:
        if is_windows_path(url):
            message = f"'{url}' is a path of one machine, not a reference"
            raise UnreachableError("E202", message, "write the path from the referring file, with '/'")
        if self._fetch is None or not is_allowed_url(url, self._allow):
            raise UnreachableError("E203", f"'{url}' is a URL, and not allowed")
        try:
            content = self._fetch(url)
        except FetchError as fault:
            raise UnreachableError("E206", f"cannot read '{url}': {fault}") from fault
        if self._pinned.get(url, digest(content)) != digest(content):
            raise UnreachableError("E210", f"'{url}' has other content than in the last run")
        return parse_source(content, url)

    def _is_root(self, name: str) -> bool:
        return self._path is not None and normpath(name) == self._path.name

    def _read_path(self, name: str) -> Source:
        if self._path is None or self._project is None:
            raise UnreachableError("E206", f"'{name}' is another file, and this description has no folder")
        path = self._path.parent / name
        shown = normpath(join(dirname(self.sources[""].file), name))
        try:
            if not is_inside(path, self._project, self._allow):
                raise UnreachableError("E202", f"'{name}' lies outside the project folder")
            if not path.exists():
                raise UnreachableError("E206", f"there is no file '{shown}'", _advice_for_missing_file(path))
        except (OSError, ValueError, RuntimeError) as fault:
            raise UnreachableError("E206", f"'{shown[:100]}' cannot be the name of a file") from fault
        return read_source(path, shown)


def _advice_for_missing_file(path: Path) -> str | None:
    if "\\" in path.name:
        return "separate folders with '/'"
    try:
        names = sorted(neighbour.name for neighbour in path.parent.iterdir())
    except OSError:
        return None
    close = difflib.get_close_matches(path.name, names, 3)
    similar = [name for name in close if difflib.get_close_matches(path.stem, [Path(name).stem])]
    return f"did you mean '{similar[0]}'?" if similar else None
