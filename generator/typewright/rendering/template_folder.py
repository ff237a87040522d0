"""The location of the built-in templates and runtimes."""

from __future__ import annotations

from pathlib import Path

import typewright


def find_templates() -> Path:
    """Return the folder of the built-in templates: in a checkout or in an installed wheel.

    Raises FileNotFoundError if it exists in neither.
    """
    package = Path(typewright.__file__).resolve().parent
    candidates = (package / "_templates", package.parent.parent / "templates")
    for folder in candidates:
        if folder.is_dir():
            return folder
    paths = " nor ".join(f"'{folder}'" for folder in candidates)
    raise FileNotFoundError(f"the templates are missing: neither {paths} exists; is the installation complete?")
