"""The number of a quantity: in digits or in words, with its scale."""
