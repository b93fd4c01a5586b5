"""Times: of an answer, of extraction, and of answering over a growing collection."""
