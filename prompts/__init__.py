"""Versioned prompt files for the language model: data only.  See README.md beside this file."""
