"""From an expression of time to the span of days that it names."""
