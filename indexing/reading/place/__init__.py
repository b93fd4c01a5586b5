"""Names of places, and the words around them."""
