"""What a percentage is a share of, and counts that only tell that."""
