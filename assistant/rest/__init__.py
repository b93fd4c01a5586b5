"""The REST interface and what guards it: the one door to FastAPI beside the chat page."""
