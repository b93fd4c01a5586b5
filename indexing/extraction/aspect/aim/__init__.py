"""Figures that are wanted, planned or expected rather than reached."""
