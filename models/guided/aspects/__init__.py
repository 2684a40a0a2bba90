"""What people ask about and what facts tell of: tables of cues, and reading them."""
