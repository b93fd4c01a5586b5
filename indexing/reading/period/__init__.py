"""Expressions of time: found, and resolved to days."""
