"""Guided writing: drafts made of written sentences, given facts and the person's own words.

A plan of moves, a lattice of sentences for each move, and a way through it that the language model
scores: a draft made so may be plain, but it is never nonsense, whatever the model.
"""
