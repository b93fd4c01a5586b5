"""An Answer as its readers see it: JSON objects, text for a terminal, and the words around it."""
