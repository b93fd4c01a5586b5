"""The words the assistant speaks, in the language of the question."""
