"""The tokenizer of candor-small: byte-level BPE, digits one by one so that numbers can be copied.

`python -m models.tokenizer FOLDER` trains it on the written exchanges and the modern public text.
"""

import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import AutoTokenizer, PreTrainedTokenizerFast

from models.data.public import documents
from models.data.written import brief_of, exchanges
from models.prompt import messages

AnyTokenizer = Any  # transformers' classes for tokenizers change from release to release

VOCABULARY = 8192
PAD, END = "<|pad|>", "<|end|>"
SPECIAL = [PAD, END, "<|system|>", "<|user|>", "<|assistant|>"]
CONTEXT = 2048
CHAT_TEMPLATE = (
    "{% for message in messages %}<|{{ message.role }}|>\n"
    "{{ message.content }}<|end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|assistant|>\n{% endif %}"
)


def load(folder: Path) -> AnyTokenizer:
    """Read the tokenizer that is saved in `folder`."""
    return AutoTokenizer.from_pretrained(folder, local_files_only=True)


def train(folder: Path, megabytes: int = 12) -> AnyTokenizer:
    """Train the tokenizer on up to `megabytes` of each source and save it in `folder`."""
    tokenizer = Tokenizer(models.BPE())
    # As in SmolLM's tokenizer, which llama.cpp knows by the name "smollm".
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Digits(individual_digits=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY,
        special_tokens=SPECIAL,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(_sample(megabytes * 1_000_000), trainer)
    fast: AnyTokenizer = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer, pad_token=PAD, eos_token=END, model_max_length=CONTEXT
    )
    fast.chat_template = CHAT_TEMPLATE
    fast.save_pretrained(folder)
    return fast


def _sample(size: int) -> Iterator[str]:
    yield from itertools.chain(_exchange_texts(), _exchange_texts())  # twice: its words matter most
    for name in ("dialogues", "talk", "comments", "plain"):
        taken = 0
        for text in documents(name):
            yield text
            taken += len(text)
            if taken > size:
                break


def _exchange_texts() -> Iterator[str]:
    for row in exchanges("train"):
        yield messages(brief_of(row), "plain")[1]["content"]
        yield from row["replies"].values()


if __name__ == "__main__":
    trained = train(Path(sys.argv[1]))
    print(json.dumps({"vocabulary": len(trained), "folder": sys.argv[1]}))
