"""Where training text comes from: one module per source."""
