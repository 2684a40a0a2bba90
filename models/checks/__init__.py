"""The judge: how likely it is that a sentence of a reply has a fault."""
