"""Answers over several places: listed, put in order, held to a limit or to their target."""
