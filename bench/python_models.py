"""`python -m bench.python_models`: what generated models cost, beside models written by hand and those of a peer.

Each contender gets processes of its own, in turn, so that noise hits all alike; the median of the rounds counts. Times
are those of the processor, so that other programs on the machine add nothing. The body is a realistic chat request.
Memory is the growth of the resident set from before the import to after the first use (Linux). `bench.load_time` times
the start of large packages.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from pathlib import Path

from typewright.openapi.document import load_document
from typewright.openapi.lower import lower
from typewright.rendering.environment import render
from typewright.surface import surface
from typewright.targets.projects import make_project
from typewright.targets.python.models.package import package_pages
from typewright.targets.python.options import PythonOptions

HERE = Path(__file__).parent
SPEC = HERE.parent / "spec/openapi.yaml"
OUT = HERE / "out/python-models"
CLASS = "CreateChatCompletionRequestBody"
BODIES = 10_000
BODY = {
    "model": "openai/gpt-4o",
    "messages": [
        {"role": "system", "content": "You describe images in one sentence."},
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "What is in this image?"},
                {"type": "image_url", "image_url": {"url": "https://example.com/a.png", "detail": "low"}},
            ],
        },
        {"role": "assistant", "content": "A harbour at dawn."},
        {"role": "user", "content": "And who is there?", "name": "jane"},
    ],
    "temperature": 0.7,
    "max_completion_tokens": 400,
    "n": 1,
    "stop": ["END"],
    "metadata": {"team": "docs", "run": "17"},
    "orq": {
        "retry": {"count": 3, "on_codes": [429, 500, 502]},
        "fallbacks": [{"model": "openai/gpt-5"}, {"model": "anthropic/claude-4-opus"}],
        "contact": {"id": "contact_1", "display_name": "Jane Doe", "email": "jane@example.com", "tags": ["hr"]},
        "thread": {"id": "thread_1", "tags": ["customer-support"]},
        "inputs": {"customer_name": "John Smith", "issue_type": "billing"},
        "cache": {"ttl": 3600, "type": "exact_match"},
    },
}
PROGRAM = """
import gc, json, sys, time
def resident():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))
body, bodies = json.loads(sys.argv[1]), int(sys.argv[2])
text = json.dumps(body)
before, start = resident(), time.process_time()
import {module}
imported = time.process_time()
model = {module}.{type}
model.model_validate(body)
used, memory = time.process_time(), resident() - before
gc.disable()
def timed(work):
    found = []
    for _ in range(10):
        begin = time.process_time()
        for _ in range(bodies // 10):
            work()
        found.append(time.process_time() - begin)
    return min(found) * 10
made = model.model_validate(body)
print(json.dumps([
    imported - start,
    used - start,
    timed(lambda: model.model_validate(body)),
    timed(lambda: model.model_validate_json(text)),
    timed(lambda: made.model_dump_json({options})),
    memory,
]))
"""
HEADINGS = (
    "import, ms",
    "import and one use, ms",
    f"validate {BODIES:,}, ms",
    f"validate JSON {BODIES:,}, ms",
    f"dump JSON {BODIES:,}, ms",
    "memory, MB",
)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="bench.python_models", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--without-peer", action="store_true", help="leave out datamodel-code-generator")
    options = parser.parse_args()
    package = ours(SPEC, "typewright_models", OUT)
    contenders = {"by hand": ("hand_written", CLASS, "exclude_unset=True"), "typewright": (package, CLASS, "")}
    if not options.without_peer:
        contenders["datamodel-codegen"] = (
            peer(SPEC, "peer_models", OUT),
            "V2ProxyChatCompletionsPostRequest",
            "exclude_unset=True",
        )
    taken: dict[str, list[list[float]]] = {name: [] for name in contenders}
    for _ in range(options.rounds):
        for name, contender in contenders.items():
            taken[name].append(measured(*contender))
    print("| |" + " | ".join(HEADINGS) + " |\n|---|" + "--:|" * len(HEADINGS))
    for name, rounds in taken.items():
        medians = [statistics.median(column) for column in zip(*rounds, strict=True)]
        cells = [f"{value * 1000:,.1f}" for value in medians[:-1]] + [f"{medians[-1]:.1f}"]
        print(f"| {name} | {' | '.join(cells)} |")


def measured(module: str, type_: str, options: str) -> list[float]:
    """Return the figures of one process, times in seconds, memory in MB."""
    program = PROGRAM.format(module=module, type=type_, options=options)
    command = [sys.executable, "-c", program, json.dumps(BODY), str(BODIES)]
    environment = {"PYTHONPATH": f"{OUT}:{HERE}", "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    figures: list[float] = json.loads(done.stdout)
    return figures


def ours(spec: Path, package: str, folder: Path) -> str:
    """Generate our package of a description in a folder, and return its name."""
    api, _ = lower(load_document(spec))
    target = PythonOptions(language="python", package=package, parts=("models",))
    for rendered in render(package_pages(make_project(surface(api, target.naming), target)), None):
        path = folder / rendered.file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(rendered.text, encoding="utf-8")
    return package


def peer(spec: Path, module: str, folder: Path) -> str:
    """Let datamodel-code-generator print its models of the same description, and return their module."""
    program = Path(sys.executable).with_name("datamodel-codegen")
    command = [str(program), "--input", str(spec), "--input-file-type", "openapi"]
    command += ["--openapi-scopes", "schemas", "paths", "--output-model-type", "pydantic_v2.BaseModel"]
    command += ["--output", str(folder / f"{module}.py"), "--target-python-version", "3.10"]
    subprocess.run(command, check=True, capture_output=True)
    return module


if __name__ == "__main__":
    main()
