"""The reader: a small encoder that reads a comment and what stands around it, for triage."""
