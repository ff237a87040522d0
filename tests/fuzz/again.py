"""Try an input again by its kind and number, in this very process: `python -m tests.fuzz.again own 4711 [seconds]`.

Leaves the input in the working folder; shows where it hangs after some seconds.
"""

import faulthandler
import sys
import tempfile
from pathlib import Path

from typewright.base.errors import TypewrightError

from tests.fuzz.trials import TRIALS, configuration, lint_of
from tests.fuzz.trying import build_of, python_is_sound


def main(kind: str, number: int, seconds: int) -> None:
    """Build the input, and look at what comes of it; faults are raised."""
    trial = TRIALS[kind]
    content, name = trial.content(number)
    Path(name).write_bytes(content)
    faulthandler.dump_traceback_later(seconds, exit=True)
    try:
        if trial.linted:
            lint_of(content, name)
        else:
            with tempfile.TemporaryDirectory() as folder:
                python_is_sound(build_of(content, configuration(number), name), Path(folder))
    except TypewrightError as refusal:
        print("refused:", refusal)
    else:
        print("fine")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 20)
