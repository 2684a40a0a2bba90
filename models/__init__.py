"""The language model: its prompt, data, training, evaluation and guided writing."""
