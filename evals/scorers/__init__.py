"""Scorers: each compares what the system gave with what was labelled, and returns a record."""
