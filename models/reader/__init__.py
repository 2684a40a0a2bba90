"""The reader: a small encoder that reads comments, facts and replies for all judgements."""
