"""Judges: each carries one kind of task out and gives its measures and scores."""
