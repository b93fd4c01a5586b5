"""How passages are found: by their vectors, in Chroma or exactly, and by their words."""
