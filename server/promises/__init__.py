"""Promises in posted text: who will do what, by when."""
