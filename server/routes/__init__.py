"""The routes: one file per resource, which parses, calls and answers."""
