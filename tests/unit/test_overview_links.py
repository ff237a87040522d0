"""The link to a description's external documentation: a link where it is a URL, code where it is none."""

import pytest
from typewright.ir import Api
from typewright.pages.methods import client_overview


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.com/docs", "<https://example.com/docs>"),
        ("con", "`con`"),
        ("img src=x onerror=alert(1)", "`img src=x onerror=alert(1)`"),
        ("javascript:alert(1)", "`javascript:alert(1)`"),
    ],
)
def test_only_a_url_is_a_link(url: str, shown: str) -> None:
    assert client_overview(Api(title="Pets", version="1", external_docs=(url, None))).endswith(f"\n{shown}")
