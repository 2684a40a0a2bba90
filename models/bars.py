"""Bars as an SVG picture."""

from collections.abc import Mapping
from xml.sax.saxutils import escape

WIDTH, LINE, LEFT, RIGHT = 640, 32, 170, 70


def draw(title: str, values: Mapping[str, float]) -> str:
    """Draw a bar for each value, longest at the right edge, with its name and number."""
    largest = max(values.values()) or 1.0
    height = LINE * (len(values) + 1) + LINE // 2
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'font-family="sans-serif" font-size="14">',
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
        f'<text x="12" y="22" font-weight="bold">{escape(title)}</text>',
    ]
    for number, (name, value) in enumerate(values.items(), 1):
        top, length = number * LINE, (WIDTH - LEFT - RIGHT) * value / largest
        drawn += [
            f'<text x="{LEFT - 8}" y="{top + 20}" text-anchor="end">{escape(name)}</text>',
            f'<rect x="{LEFT}" y="{top + 6}" width="{length:.1f}" height="20" fill="#2a6f5b"/>',
            f'<text x="{LEFT + length + 6:.1f}" y="{top + 20}">{value:g}</text>',
        ]
    return "\n".join([*drawn, "</svg>", ""])
