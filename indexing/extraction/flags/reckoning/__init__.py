"""Figures that must follow from others of their report, and do not."""
