"""Rows of the metric table: which answer what was asked, and whether they can stand."""
