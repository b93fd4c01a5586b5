"""Passages of the reports: found by meaning and by words, ranked."""
