"""What can be held against the prompt word for word: numbers, links, addresses."""

import re

_VALUE = re.compile(
    r"https?://\S+|[\w.+-]+@[\w-]+\.[\w.]+|\b[\w-]+\.(?:com|org|net|example)\S*|\d[\d.,:/]*"
)


def values(text: str) -> set[str]:
    """Give the numbers, times, prices, links and addresses of a text, without their last stop."""
    return {match.rstrip(".,:;/)").lower() for match in _VALUE.findall(text)}
