"""What a question puts forward or takes for granted, held against what the reports say."""
