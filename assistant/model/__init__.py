"""The language model, where one is set up: it words what is proven, and decides no figure."""
