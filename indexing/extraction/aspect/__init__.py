"""What a figure says of its metric: level, change, target, gap."""
