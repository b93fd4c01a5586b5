"""What a text has told so far, which a sentence without a date, a place or a topic goes on with."""
