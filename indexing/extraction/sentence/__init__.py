"""One sentence: its figures, the words of each, and what is read of them."""
