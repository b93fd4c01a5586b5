"""`python -m indexing`."""

from indexing.cli import main

main()
