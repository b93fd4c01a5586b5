"""The words of a question: read once, set right where misspelt, and known by their cues."""
