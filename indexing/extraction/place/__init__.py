"""Where: the place that a figure is about."""
