"""`python -m typewright`: the command line, where its script is not on the search path."""

import sys

from typewright.base.isolation import isolated_path

sys.path[:] = isolated_path(sys.path)  # `-m` puts the working directory first: a `click.py` there is not ours

from typewright.cli import main  # noqa: E402 - found on the path as it is now

main()
