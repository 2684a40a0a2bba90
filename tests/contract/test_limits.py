"""The panel and the check must agree on how long a reply may be."""

import re
from pathlib import Path

from server.checks.too_long import LIMITS

RULES = Path(__file__).parents[2] / "extension/src/platforms/length.ts"


def test_the_panel_counts_to_the_same_limits_as_the_check() -> None:
    rules = re.findall(r"^\t(\w+): \{limit: ([\d_]+),", RULES.read_text(), re.MULTILINE)
    assert {name: int(limit) for name, limit in rules} == LIMITS
