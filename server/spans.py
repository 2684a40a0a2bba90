"""Spans: Python counts characters, JavaScript UTF-16 code units; the API speaks JavaScript's."""


def utf16(text: str, at: int) -> int:
    """Give the index in UTF-16 code units of the character at index `at`."""
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
