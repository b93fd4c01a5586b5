"""A query to its evidence: the rows of the table that answer it, and ranked passages."""
