"""What a figure counts: scheme, measure, and which part of the whole."""
