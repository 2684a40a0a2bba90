"""GGUF: llama.cpp reads and continues a prompt exactly as our own runtime does."""

import json
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from models.peers import llama_server
from models.prompt import Brief, messages
from models.sampling import Counts, Sampling
from models.to_gguf import SHIPPED, write_gguf

PROMPT = messages(Brief(comment="Order 1234, 5€!\tWHY don't  you… reply? 🙂", author="Åsa"), "warm")


def post(url: str, body: dict[str, Any]) -> Any:
    """Post JSON and give the JSON that comes back."""
    request = urllib.request.Request(
        url, json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.loads(answer.read())


@pytest.mark.model
def test_llama_reads_and_writes_as_our_runtime_does(tmp_path: Path) -> None:
    from models.runtime import LanguageModel

    write_gguf(SHIPPED, tmp_path / "small.gguf", "f32")
    ours = LanguageModel(SHIPPED, exact=True)
    greedy = Sampling(max_tokens=20, temperature=0)
    written = "".join(text for _, text, _ in ours.write([PROMPT], greedy, Counts(), lambda: False))
    with llama_server(tmp_path / "small.gguf", places=1) as url:
        root = url.removesuffix("/v1")
        rendered = post(f"{root}/apply-template", {"messages": PROMPT})["prompt"]
        ids = post(f"{root}/tokenize", {"content": rendered, "parse_special": True})["tokens"]
        body = {"messages": PROMPT, "max_tokens": 20, "temperature": 0}
        theirs = post(f"{url}/chat/completions", body)["choices"][0]["message"]["content"]
    assert ids == ours.prompt_ids(PROMPT)
    assert theirs == written


def test_only_a_llama_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"architectures": ["Qwen3ForCausalLM"]}')
    with pytest.raises(ValueError, match="no Llama"):
        write_gguf(tmp_path, tmp_path / "out.gguf")
