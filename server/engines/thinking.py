"""Thinking: what a model says to itself between <think> and </think> is no part of a draft."""

OPENS, CLOSES = "<think>", "</think>"


class WithoutThinking:
    """Takes a text piece by piece and leaves the thinking out, also where a mark is cut in two."""

    def __init__(self) -> None:
        self._held = ""
        self._thinks = False
        self._began = False

    def add(self, text: str) -> str:
        """Give what can be shown now of all that came so far."""
        self._held += text
        shown = ""
        while (mark := CLOSES if self._thinks else OPENS) in self._held:
            before, _, self._held = self._held.partition(mark)
            shown += "" if self._thinks else before
            self._thinks = not self._thinks
        keep = _begun_mark(self._held, mark)
        if not self._thinks:
            shown += self._held[: len(self._held) - keep]
        self._held = self._held[len(self._held) - keep :]
        return self._from_its_beginning(shown)

    def end(self) -> str:
        """Give what was held back, now that no more comes."""
        rest, self._held = "" if self._thinks else self._held, ""
        return self._from_its_beginning(rest)

    def _from_its_beginning(self, shown: str) -> str:
        if not self._began:
            shown = shown.lstrip()
        self._began = self._began or bool(shown)
        return shown


def _begun_mark(text: str, mark: str) -> int:
    """Give how many letters at the end of a text may be the beginning of a mark."""
    return next((n for n in range(len(mark) - 1, 0, -1) if text.endswith(mark[:n])), 0)
