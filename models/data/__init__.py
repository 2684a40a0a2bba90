"""Where training text comes from: one module per source, each yielding plain documents or exchanges."""
