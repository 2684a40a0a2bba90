"""Running models: any causal one with a chat template scores and writes the same way."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from transformers import (
    AutoModelForCausalLM,
    AutoTokenizer,
    Gemma3ForCausalLM,
    Gemma3TextConfig,
    LlamaConfig,
    LlamaForCausalLM,
    Qwen3Config,
    Qwen3ForCausalLM,
    SmolLM3Config,
    SmolLM3ForCausalLM,
)

from models import in_bytes, in_torch, llama
from models.kernels.tiles import IS_ABLE
from models.prompt import Brief, messages
from models.runtime import LanguageModel, ModelDamaged, PromptTooLong
from models.sampling import Counts, Sampling

SHIPPED = Path(__file__).parents[2] / "models" / "candor-small"
FAMILIES: dict[str, tuple[Any, Any]] = {
    "llama": (LlamaConfig, LlamaForCausalLM),
    "qwen3": (Qwen3Config, Qwen3ForCausalLM),
    "gemma3": (Gemma3TextConfig, Gemma3ForCausalLM),
    "smollm3": (SmolLM3Config, SmolLM3ForCausalLM),
}
PROMPT = messages(Brief(comment="where is my parcel"), "plain")
LONG = messages(Brief(comment="where is my parcel? " * 50), "plain")  # more than is read at once
LONGER = messages(Brief(comment="where is my parcel", note="say it is late"), "warm")


@pytest.fixture(scope="module", params=list(FAMILIES))
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a tiny random model of each family, saved and loaded as a user's would be."""
    make_config, make_model = FAMILIES[request.param]
    tokenizer = AutoTokenizer.from_pretrained(SHIPPED, local_files_only=True)
    torch.manual_seed(0)
    config = make_config(
        vocab_size=len(tokenizer),
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=1,
        head_dim=16,
        max_position_embeddings=512,
        pad_token_id=0,
        bos_token_id=1,
        eos_token_id=1,
    )
    folder = tmp_path_factory.mktemp(request.param)
    make_model(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def model(folder: Path) -> LanguageModel:
    """Open the model as Candor does, but in float32."""
    return LanguageModel(folder, exact=True)


@pytest.fixture(scope="module")
def straight(folder: Path) -> "Straight":
    """Open the model as transformers does."""
    return Straight(folder)


def ids_of(tokenizer: Any, prompt: Any) -> list[int]:
    """Give the tokens of a prompt as transformers has them."""
    ids: list[int] = tokenizer.apply_chat_template(
        prompt, add_generation_prompt=True, return_dict=False
    )
    return ids


class Straight:
    """The same model as transformers runs it: one forward pass, without any cache."""

    def __init__(self, folder: Path) -> None:
        self.tokenizer: Any = AutoTokenizer.from_pretrained(folder, local_files_only=True)
        self.model: Any = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()

    def ids(self, prompt: Any) -> list[int]:
        """Give the tokens of a prompt."""
        return ids_of(self.tokenizer, prompt)

    @torch.inference_mode()
    def logits(self, ids: list[int]) -> torch.Tensor:
        """Give (tokens, vocabulary) logits."""
        logits: torch.Tensor = self.model(torch.tensor([ids])).logits[0].float()
        return logits

    def scores(self, prompt: Any, text: str) -> list[float]:
        """Give the log-probability of each token of a text after a prompt."""
        ids = self.ids(prompt)
        new = self.tokenizer(text, add_special_tokens=False)["input_ids"]
        logs = self.logits(ids + new).log_softmax(-1)
        return [logs[len(ids) - 1 + at, token].item() for at, token in enumerate(new)]


def test_scores_are_those_of_one_straight_pass(model: LanguageModel, straight: Straight) -> None:
    texts = ["It is late.", "We sent it on Monday, and it should be with you by Friday.", "Sorry."]
    for prompt in (PROMPT, LONGER, PROMPT, LONG):  # all begin as the first did
        scores = model.score(prompt, texts, Counts(), lambda: False)
        for text, score in zip(texts, scores, strict=True):
            assert score == pytest.approx(straight.scores(prompt, text), abs=1e-4)


def test_the_likeliest_text_is_the_one_of_a_straight_pass(
    model: LanguageModel, straight: Straight
) -> None:
    written = {0: "", 1: ""}
    for at, text, _ in model.write(
        [PROMPT, LONGER], Sampling(8, temperature=0), Counts(), lambda: False
    ):
        written[at] += text
    for at, prompt in enumerate((PROMPT, LONGER)):
        ids = straight.ids(prompt)
        for _ in range(8):
            ids.append(int(straight.logits(ids)[-1].argmax()))
        expected = straight.tokenizer.decode(ids[-8:], skip_special_tokens=True)
        assert expected.startswith(written[at].rstrip("\ufffd"))


@pytest.mark.parametrize("exact", [True, False])
def test_a_text_that_outgrows_its_room_goes_on_as_it_would(
    exact: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []
    for room in (1, 500):
        for module in (in_bytes, in_torch):
            monkeypatch.setattr(module, "ROOM", room)
        model, counts = LanguageModel(SHIPPED, exact=exact), Counts()
        written.append(list(model.write([PROMPT] * 9, Sampling(seed=1), counts, lambda: False)))
        assert counts.output_tokens > 100
    assert written[0] == written[1]


def test_every_candidate_ends_with_a_reason(model: LanguageModel) -> None:
    reasons = {}
    for at, _, reason in model.write([PROMPT] * 3, Sampling(5, seed=1), Counts(), lambda: False):
        if reason:
            reasons[at] = reason
    assert set(reasons) == {0, 1, 2}
    assert set(reasons.values()) <= {"stop", "length"}


def test_a_candidate_goes_on_as_before_when_another_has_ended(model: LanguageModel) -> None:
    prompts = [model.prompt_ids(PROMPT), model.prompt_ids(LONGER)]
    both, one = (model._net.branch(prompts, Counts()) for _ in range(2))
    for token in (5, 6, 7):
        both.add(np.array([9, token]), [0, 1])
        one.add(np.array([token]), [1] if token == 5 else [0])
    assert one.logits[0] == pytest.approx(both.logits[1], abs=1e-4)


def test_the_same_seed_writes_the_same(model: LanguageModel) -> None:
    runs = [
        list(model.write([PROMPT], Sampling(12, seed=7), Counts(), lambda: False)) for _ in range(2)
    ]
    assert runs[0] == runs[1]


def test_writing_stops_when_told(model: LanguageModel) -> None:
    counts = Counts()
    assert list(model.write([PROMPT], Sampling(50), counts, lambda: True)) == []
    assert counts.output_tokens == 0


def test_a_prompt_that_does_not_fit_is_refused_with_its_length(model: LanguageModel) -> None:
    long = messages(Brief(comment="word " * 600), "plain")
    with pytest.raises(PromptTooLong, match=r"\d+ tokens; this model reads 480"):
        model.prompt_ids(long)


@pytest.mark.parametrize(
    "text",
    ["one\ntwo", "one  \n two", "\n\none\n", "1\n2\n\n3", "it\n's (so)\n\t", "<|end|>\n<|user|>"],
)
def test_a_prompt_has_the_tokens_that_it_has_as_a_whole(text: str) -> None:
    prompt = [
        {"role": "system", "content": "Be kind.\nBe brief."},
        {"role": "user", "content": text},
    ]
    ours = LanguageModel(SHIPPED).prompt_ids(prompt)
    assert ours == ids_of(AutoTokenizer.from_pretrained(SHIPPED, local_files_only=True), prompt)


def test_the_tokens_of_a_prompt_are_ones_own_to_change() -> None:
    model = LanguageModel(SHIPPED)
    before = model.prompt_ids(PROMPT)
    model.prompt_ids(PROMPT).clear()
    assert model.prompt_ids(PROMPT) == before


def test_the_beginning_of_a_prompt_is_read_once(tmp_path: Path) -> None:
    model = LanguageModel(SHIPPED)
    first, second = Counts(), Counts()
    model.score(PROMPT, ["Yes."], first, lambda: False)
    model.score(LONGER, ["Yes."], second, lambda: False)
    assert first.cached_tokens == 0
    assert second.cached_tokens > 50
    again = Counts()
    model.score(LONGER, ["No."], again, lambda: False)
    assert again.cached_tokens == len(model.prompt_ids(LONGER)) - 1  # the last one is read anew


def test_in_bytes_the_shipped_model_values_sentences_as_in_full() -> None:
    quick, full = LanguageModel(SHIPPED), LanguageModel(SHIPPED, exact=True)
    texts = ["It is late.", "We are sorry, and will look.", "It is late again.", "Bananas!"]
    values = [
        [sum(logs) / len(logs) for logs in one.score(PROMPT, texts, Counts(), lambda: False)]
        for one in (quick, full)
    ]
    assert values[0] == pytest.approx(values[1], abs=0.06)


def test_a_graphics_card_is_used_only_where_torch_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(llama, "IS_ABLE", True)
    kinds = []
    for program, can in ((None, True), ("nvidia-smi", False), ("nvidia-smi", True)):
        monkeypatch.setattr(shutil, "which", lambda _name, found=program: found)
        monkeypatch.setattr(torch.cuda, "is_available", lambda able=can: able)
        monkeypatch.setattr(in_torch, "device", lambda: torch.device("cpu"))
        kinds.append(type(llama.open_llama(SHIPPED, exact=False)).__name__)
    assert kinds == ["LlamaInBytes", "LlamaInBytes", "LlamaInTorch"]


def test_a_prompt_that_cores_share_is_read_as_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["It is late.", "We are sorry, and will look."]
    scores = []
    for least in (1, 10_000):
        monkeypatch.setattr(in_bytes, "A_CORE", least)
        scores.append(LanguageModel(SHIPPED).score(PROMPT, texts, Counts(), lambda: False))
    for shared, alone in zip(*scores, strict=True):
        assert shared == pytest.approx(alone, abs=0.02)


def test_what_is_read_beside_a_text_changes_nothing() -> None:
    model = LanguageModel(SHIPPED)
    texts = [f"We sent {number} of them on Monday, {number} more today." for number in range(40)]
    together = model.score(PROMPT, texts, Counts(), lambda: False)
    alone = [LanguageModel(SHIPPED).score(PROMPT, [texts[7]], Counts(), lambda: False)[0]]
    alone += model.score(PROMPT, texts[39:], Counts(), lambda: False)
    for apart, beside in zip(alone, (together[7], together[39]), strict=True):
        assert apart == pytest.approx(beside, abs=0.02)


def test_scoring_stops_when_told() -> None:
    model = LanguageModel(SHIPPED)
    assert model.score(PROMPT, ["Yes.", "No."], Counts(), lambda: True) == [[], []]


@pytest.mark.parametrize("library", ["transformers", *(["torch"] if IS_ABLE else [])])
def test_our_own_model_is_run_without(library: str) -> None:
    asked = (
        "import sys, pathlib; from models.runtime import LanguageModel;"
        f"LanguageModel(pathlib.Path({str(SHIPPED)!r})).warm_up();"
        f"sys.exit({library!r} in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", asked], check=True, cwd=SHIPPED.parents[1])


def test_a_folder_without_a_model_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelDamaged, match="cannot be read"):
        LanguageModel(tmp_path)
