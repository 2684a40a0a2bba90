"""Running models: any causal one with a chat template scores and writes the same way."""

from pathlib import Path
from typing import Any

import pytest
import torch
from transformers import (
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
LONGER = messages(Brief(comment="where is my parcel", note="say it is late"), "warm")


@pytest.fixture(scope="module", params=list(FAMILIES))
def model(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> LanguageModel:
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
    return LanguageModel(folder, dtype=torch.float32)


def straight(model: LanguageModel, prompt: Any, text: str) -> list[float]:
    """Score a text with one forward pass over prompt and text, without any cache."""
    ids = model.prompt_ids(prompt)
    new = model.tokenizer(text, add_special_tokens=False)["input_ids"]
    with torch.inference_mode():
        logs = model.model(torch.tensor([ids + new])).logits[0].float().log_softmax(-1)
    return [logs[len(ids) - 1 + at, token].item() for at, token in enumerate(new)]


def test_scores_are_those_of_one_straight_pass(model: LanguageModel) -> None:
    texts = ["It is late.", "We sent it on Monday, and it should be with you by Friday.", "Sorry."]
    for prompt in (PROMPT, LONGER, PROMPT):  # the second and third begin as the first did
        scores = model.score(prompt, texts, Counts(), lambda: False)
        for text, score in zip(texts, scores, strict=True):
            assert score == pytest.approx(straight(model, prompt, text), abs=1e-4)


def test_the_likeliest_text_is_the_one_of_a_straight_pass(model: LanguageModel) -> None:
    written = {0: "", 1: ""}
    for at, text, _ in model.write(
        [PROMPT, LONGER], Sampling(8, temperature=0), Counts(), lambda: False
    ):
        written[at] += text
    for at, prompt in enumerate((PROMPT, LONGER)):
        ids = model.prompt_ids(prompt)
        with torch.inference_mode():
            for _ in range(8):
                ids.append(int(model.model(torch.tensor([ids])).logits[0, -1].argmax()))
        expected = model.tokenizer.decode(ids[-8:], skip_special_tokens=True)
        assert expected.startswith(written[at].rstrip("\ufffd"))


def test_every_candidate_ends_with_a_reason(model: LanguageModel) -> None:
    reasons = {}
    for at, _, reason in model.write([PROMPT] * 3, Sampling(5, seed=1), Counts(), lambda: False):
        if reason:
            reasons[at] = reason
    assert set(reasons) == {0, 1, 2}
    assert set(reasons.values()) <= {"stop", "length"}


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


def test_the_beginning_of_a_prompt_is_read_once(tmp_path: Path) -> None:
    model = LanguageModel(SHIPPED)
    first, second = Counts(), Counts()
    model.score(PROMPT, ["Yes."], first, lambda: False)
    model.score(LONGER, ["Yes."], second, lambda: False)
    assert first.cached_tokens == 0
    assert second.cached_tokens > 50


def test_a_folder_without_a_model_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelDamaged, match="cannot be read"):
        LanguageModel(tmp_path)
