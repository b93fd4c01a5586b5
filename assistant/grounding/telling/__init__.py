"""What the words of a text tell of its figures beside their keys: turns, movements, outcomes."""
