"""Which part of the whole a figure is about: a group of people, or a debtor."""
