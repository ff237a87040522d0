"""Pages of several languages as one: headings, links and what is in tabs."""

from typewright.rendering.joining import common_heading
from typewright.rendering.llms import PublishedPage
from typewright.rendering.shared_site import SourcePage, shared_pages
from typewright.rendering.tabs import Edition, with_common_parts

PYTHON, TYPESCRIPT = Edition("python", "Python"), Edition("typescript", "TypeScript")


def test_names_that_are_spelled_differently_have_one_heading() -> None:
    assert common_heading(["list_pets", "listPets"]) == "List pets"
    assert common_heading(["Pet", "Pet"]) == "Pet"
    assert common_heading(["Pet", "Beast"]) == "Pet or Beast"


def test_a_name_that_a_language_reserves_gives_way_to_the_described_one() -> None:
    assert common_heading(["Error", "ErrorT"], "Error") == "Error"
    assert common_heading(["ListT", "List"], "list") == "List"
    assert common_heading(["Error", "ErrorT"], "Fault") == "Error or ErrorT"


def test_what_is_the_same_is_there_once() -> None:
    bodies = {PYTHON: "Same.\n\nOne.\n\nEnd.", TYPESCRIPT: "Same.\n\nTwo.\n\nEnd."}
    text = with_common_parts(bodies, (PYTHON, TYPESCRIPT), "mkdocs")
    assert text == 'Same.\n\n=== "Python"\n\n    One.\n\n=== "TypeScript"\n\n    Two.\n\nEnd.'


def test_a_list_is_not_parted_from_what_belongs_to_it() -> None:
    bodies = {PYTHON: "* a\n\n    of a", TYPESCRIPT: "* a\n\n    of b"}
    text = with_common_parts(bodies, (PYTHON, TYPESCRIPT), "github")
    assert text == "**Python**\n\n* a\n\n    of a\n\n**TypeScript**\n\n* a\n\n    of b"


def test_links_lead_to_pages_of_the_site_and_keep_the_names_of_types() -> None:
    def pages(path: str, type_name: str, method: str) -> list[SourcePage]:
        anchor = method.lower()
        methods = f"# Pets\n\n* [{method}](#{anchor})\n\n## {method}\n\n[{type_name}]({path})\n"
        return [
            SourcePage("type", PublishedPage(path.removeprefix("../"), type_name, f"# {type_name}\n\nA type.\n")),
            SourcePage("group", PublishedPage("sdks/pets.md", "Pets", methods)),
        ]

    editions = {
        PYTHON: pages("../models/error.md", "Error", "get_pet"),
        TYPESCRIPT: pages("../errors/errort.md", "ErrorT", "getPet"),
    }
    kind, group = shared_pages(editions, "github")
    assert (kind.path, kind.title) == ("models/error.md", "Error or ErrorT")
    assert "* [Get pet](#get-pet)\n\n## Get pet\n" in group.text
    assert "**Python**\n\n[Error](../models/error.md)" in group.text
    assert "**TypeScript**\n\n[ErrorT](../models/error.md)" in group.text


def shared(python: str, typescript: str) -> str:
    """Return the text of a page that both languages have."""
    texts = {PYTHON: python, TYPESCRIPT: typescript}
    editions = {edition: [SourcePage("page", PublishedPage("page.md", "P", text))] for edition, text in texts.items()}
    return next(iter(shared_pages(editions, "mkdocs"))).text


def test_a_section_of_one_language_is_headed_by_it_and_has_no_tab() -> None:
    text = shared(
        "# P\n\n## Call\n\nBoth.\n\n## End\n", "# P\n\n## Call\n\nBoth.\n\n## Function\n\nAlone.\n\n## End\n\nOnly."
    )
    assert text == "# P\n\n## Call\n\nBoth.\n\n## Function (TypeScript)\n\nAlone.\n\n## End (TypeScript)\n\nOnly.\n"


def test_links_to_a_section_of_one_language_lead_to_its_heading() -> None:
    text = shared("# P\n\n## Call\n\nBoth.", "# P\n\n## Call\n\n[Its function](#function)\n\n## Function\n\nAlone.")
    assert "[Its function](#function-typescript)" in text


def test_words_of_a_heading_are_said_once() -> None:
    listed = "# P\n\n* [{0}](#{0}) - List pets.\n* [other](#other) - List pets\n\n"
    listed += "## {0}\n\nList pets.\n\n`GET /pets`\n\n## other\n\nList pets"
    assert shared(listed.format("list_pets"), listed.format("listPets")) == (
        "# P\n\n* [List pets](#list-pets)\n* [Other](#other) - List pets\n\n"
        "## List pets\n\n`GET /pets`\n\n## Other\n\nList pets\n"
    )
