"""Expressions of time as a text writes them: found, told from what is none, and governed."""
