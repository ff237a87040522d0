"""`python -m generator`: the command line, where its script is not on the search path."""

from generator.cli import main

main()
