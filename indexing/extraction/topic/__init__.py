"""What the words at a figure name, and what the text was about before: a scheme and a measure."""
