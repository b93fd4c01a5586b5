"""One sentence before it is understood: its figures, and the words that go with each."""
