"""The words for metrics."""
