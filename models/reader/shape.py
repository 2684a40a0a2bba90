"""What the reader is made of, and how texts are laid out for it."""

WIDTH = 256
LAYERS = 4
HEADS = 4
INNER = 704
VOCABULARY = 8192  # candor-small's tokenizer
PAD, END, MASK, THEM, US = 0, 1, 2, 3, 4  # its special tokens, as the reader uses them
EPSILON = 1e-5
BASE = 10_000.0  # of the rotary positions
