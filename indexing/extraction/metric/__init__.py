"""What a figure counts: scheme and measure."""
