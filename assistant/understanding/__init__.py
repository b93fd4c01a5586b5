"""A question to a query: what is asked, of which place, for when."""
