"""Disclosing: the line that a brand adds to its replies, to say how they are written."""

from server.schemas import BrandVoice, Platform


def line_for(voice: BrandVoice | None, platform: Platform) -> str:
    """Give the line that a brand voice adds on a platform; empty where it adds none."""
    if voice is None or voice.disclosure is None:
        return ""
    platforms = voice.disclosure.platforms
    return voice.disclosure.text if not platforms or platform in platforms else ""


def disclosed(text: str, line: str) -> str:
    """Give a text that ends with the line, once."""
    if not line or not text or text.endswith(line):
        return text
    return f"{text}\n\n{line}"


def undisclosed(text: str, line: str) -> str:
    """Give a text without the line at its end."""
    return text.removesuffix(line).rstrip() if line and text.endswith(line) else text
