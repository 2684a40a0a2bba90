"""The restorer: puts the small words that telegraphic text lacks back into it."""
