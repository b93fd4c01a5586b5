"""Runs told: as JSON files, as tables for a terminal, as a page with plots, side by side."""
