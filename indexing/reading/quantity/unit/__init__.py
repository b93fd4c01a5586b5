"""The unit of a quantity: what its number counts, measures or pays."""
