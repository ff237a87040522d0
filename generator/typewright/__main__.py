"""`python -m typewright`: the command line, where its script is not on the search path."""

from typewright.cli import main

main()
