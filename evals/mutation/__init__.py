"""True sentences put wrong in known ways, and put otherwise without changing what they say."""
