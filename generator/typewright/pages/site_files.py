"""Files of a documentation site that belong to the user after their first writing: its colours, its configuration."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

from msgspec import Struct

from typewright.config.options import TargetConfig
from typewright.ir import Api
from typewright.pages.page import Ownership, Page
from typewright.pages.prose import code_text

THEME = "docs/stylesheets/theme.css"
"""The user's own styles, which follow the generated ones."""


class ThemeView(Struct, frozen=True):
    """`templates/_shared/site/theme.css.jinja`."""


class DocusaurusView(Struct, frozen=True):
    """`templates/_shared/site/docusaurus.config.js.jinja`. All texts are quoted; the last two may be empty."""

    title: str
    url: str
    base_url: str
    repository: str
    edit_url: str


def site_files(options: TargetConfig, api: Api) -> Iterator[Page]:
    """Yield the user's own files for the site of a target's pages; those of GitHub have none."""
    docs = options.docs
    if docs.dialect == "github" or not docs.navigation:
        return
    yield Page(THEME, "_shared/site/theme.css.jinja", ThemeView, ownership=Ownership.ONCE)
    if docs.dialect == "docusaurus":
        template = "_shared/site/docusaurus.config.js.jinja"
        yield Page("docusaurus.config.js", template, partial(_docusaurus, options, api), ownership=Ownership.ONCE)


def _docusaurus(options: TargetConfig, api: Api) -> DocusaurusView:
    address = urlsplit(options.metadata.documentation or "https://docs.example.com")
    edit_url, repository = options.docs.edit_url, options.metadata.repository
    return DocusaurusView(
        title=json.dumps(code_text(api.title)),
        url=json.dumps(f"{address.scheme}://{address.netloc}"),
        base_url=json.dumps(f"/{address.path.strip('/')}/".replace("//", "/")),
        repository=json.dumps(repository) if repository else "",
        edit_url=json.dumps(f"{edit_url.rstrip('/')}/") if edit_url else "",
    )
