"""The text that figures stand in: its lay-out, and all that the readers find in it, read once."""
