"""Listening: what people told us, counted by person, for product, PR, support and marketing."""
