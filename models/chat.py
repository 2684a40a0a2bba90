"""Text to tokens and back, and messages to a prompt, by the files of a model's folder."""

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from jinja2.sandbox import ImmutableSandboxedEnvironment
from tokenizers import Tokenizer

from models.prompt import Message

# Tokenizers of these classes do what tokenizer.json says and nothing more.
PLAIN = ("TokenizersBackend", "PreTrainedTokenizerFast")
LINES_KEPT = 256  # of prompts: most stand in the next one too
_LINES = re.compile(r"(?<=\S\n)(?=\S)")  # the tokens of what stands between are the same alone


class Chat(Protocol):
    """The tokenizer of a model, and how it has a conversation written."""

    end: int | None  # the token that ends a text

    def prompt_ids(self, messages: Sequence[Message]) -> list[int]:
        """Give the tokens of a prompt, up to where the reply starts."""
        ...

    def ids(self, text: str) -> list[int]:
        """Give the tokens of a text alone."""
        ...

    def text(self, ids: Sequence[int]) -> str:
        """Give the text of tokens, without special ones."""
        ...


def open_chat(folder: Path) -> Chat:
    """Open the tokenizer and the chat template of a folder."""
    config = json.loads((folder / "tokenizer_config.json").read_bytes())
    plain = config.get("tokenizer_class") in PLAIN and not config.get("add_bos_token")
    if plain and (folder / "chat_template.jinja").is_file():
        return _Plain(folder, config)
    from models.others import OtherChat  # transformers takes seconds to import

    return OtherChat(folder)


class _Plain:
    def __init__(self, folder: Path, config: dict[str, Any]) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        environment = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True)
        self._template = environment.from_string(
            (folder / "chat_template.jinja").read_text("utf-8")
        )
        self._marks = {name: mark for name, mark in config.items() if name.endswith("_token")}
        self.end = self._tokenizer.token_to_id(str(config.get("eos_token")))
        self._goes_by_lines = _goes_by_lines(self._tokenizer)
        self._lately = lru_cache(LINES_KEPT)(self.ids)

    def prompt_ids(self, messages: Sequence[Message]) -> list[int]:
        text = self._template.render(messages=messages, add_generation_prompt=True, **self._marks)
        lines = _LINES.split(text) if self._goes_by_lines else [text]
        return list(chain.from_iterable(map(self._lately, lines)))

    def ids(self, text: str) -> list[int]:
        ids: list[int] = self._tokenizer.encode(text, add_special_tokens=False).ids
        return ids

    def text(self, ids: Sequence[int]) -> str:
        text: str = self._tokenizer.decode(list(ids), skip_special_tokens=True)
        return text


def _goes_by_lines(tokenizer: Tokenizer) -> bool:
    """Say whether it cuts a text as GPT-2 does: no token goes on from one line to the next."""
    if tokenizer.normalizer or not tokenizer.pre_tokenizer:
        return False
    cuts = json.loads(tokenizer.pre_tokenizer.__getstate__())
    *others, last = cuts.get("pretokenizers", [cuts])
    return (
        all(other["type"] == "Digits" for other in others)
        and last["type"] == "ByteLevel"
        and last["use_regex"]
        and not last["add_prefix_space"]
    )


class Growing:
    """A text that grows by tokens and gives only what can no longer change."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat
        self._ids: list[int] = []
        self._given = 0

    def add(self, token: int | None, *, final: bool) -> str:
        """Add a token, or none; give the new text."""
        if token is not None:
            self._ids.append(token)
        text = self._chat.text(self._ids)
        # Half of a character shows as U+FFFD until its other bytes come.
        safe = text if final else text.rstrip("\ufffd")
        new, self._given = safe[self._given :], max(self._given, len(safe))
        return new
