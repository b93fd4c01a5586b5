"""Answers in the words of the reports: sentences found, weighed against the question, quoted."""
