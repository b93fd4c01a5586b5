"""What a question takes from those before it, and what it takes back of them."""
