"""What the assistant is measured beside."""
