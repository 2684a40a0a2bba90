"""From our weights to GGUF, which llama.cpp and Ollama read: `python -m models.to_gguf OUT.gguf`.

It takes a folder with a Llama of ours: safetensors, a byte-level BPE tokenizer, a chat template.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import torch
from safetensors.torch import load_file

SHIPPED = Path(__file__).parent / "candor-small"
TYPES = {
    "q8_0": gguf.GGMLQuantizationType.Q8_0,
    "f16": gguf.GGMLQuantizationType.F16,
    "f32": gguf.GGMLQuantizationType.F32,
}
FILE_TYPES = {
    "q8_0": gguf.LlamaFileType.MOSTLY_Q8_0,
    "f16": gguf.LlamaFileType.MOSTLY_F16,
    "f32": gguf.LlamaFileType.ALL_F32,
}


def write_gguf(folder: Path, out: Path, precision: str = "q8_0") -> None:
    """Write the model of a folder as one GGUF file; `precision` is one of `TYPES`."""
    config = json.loads((folder / "config.json").read_bytes())
    if config["architectures"] != ["LlamaForCausalLM"]:
        raise ValueError(f"{folder} holds no Llama; only those can be written as GGUF here.")
    writer = gguf.GGUFWriter(out, "llama")
    writer.add_name(folder.name)
    writer.add_file_type(FILE_TYPES[precision])
    _add_shape(writer, config)
    _add_tokenizer(writer, folder, config)
    _add_tensors(writer, folder, config, precision)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _add_shape(writer: gguf.GGUFWriter, config: dict[str, Any]) -> None:
    writer.add_context_length(config["max_position_embeddings"])
    writer.add_embedding_length(config["hidden_size"])
    writer.add_block_count(config["num_hidden_layers"])
    writer.add_feed_forward_length(config["intermediate_size"])
    writer.add_head_count(config["num_attention_heads"])
    writer.add_head_count_kv(config["num_key_value_heads"])
    writer.add_key_length(config["head_dim"])
    writer.add_value_length(config["head_dim"])
    writer.add_rope_dimension_count(config["head_dim"])
    writer.add_rope_freq_base(config["rope_parameters"]["rope_theta"])
    writer.add_layer_norm_rms_eps(config["rms_norm_eps"])
    writer.add_vocab_size(config["vocab_size"])


def _add_tokenizer(writer: gguf.GGUFWriter, folder: Path, config: dict[str, Any]) -> None:
    described = json.loads((folder / "tokenizer.json").read_bytes())
    special = {token["id"]: token["content"] for token in described["added_tokens"]}
    vocabulary = {number: token for token, number in described["model"]["vocab"].items()} | special
    tokens = [vocabulary[number] for number in range(config["vocab_size"])]
    kinds = [
        gguf.TokenType.CONTROL if number in special else gguf.TokenType.NORMAL
        for number in range(len(tokens))
    ]
    writer.add_tokenizer_model("gpt2")  # llama.cpp's name for byte-level BPE
    # "refact" splits as our tokenizer does: each digit alone, then GPT-2's own pattern.
    writer.add_tokenizer_pre("refact")
    writer.add_token_list(tokens)
    writer.add_token_types(kinds)
    writer.add_token_merges([" ".join(pair) for pair in described["model"]["merges"]])
    writer.add_eos_token_id(config["eos_token_id"])
    writer.add_pad_token_id(config["pad_token_id"])
    writer.add_add_bos_token(False)
    writer.add_add_eos_token(False)
    writer.add_chat_template((folder / "chat_template.jinja").read_text("utf-8"))


def _add_tensors(
    writer: gguf.GGUFWriter, folder: Path, config: dict[str, Any], precision: str
) -> None:
    names = gguf.get_tensor_name_map(gguf.MODEL_ARCH.LLAMA, config["num_hidden_layers"])
    for path in sorted(folder.glob("*.safetensors")):
        for name, tensor in load_file(path).items():
            if name.endswith("q_proj.weight"):
                tensor = _interleaved(tensor, config["num_attention_heads"])
            if name.endswith("k_proj.weight"):
                tensor = _interleaved(tensor, config["num_key_value_heads"])
            values = tensor.to(torch.float32).numpy()
            known = names.get_name(name, try_suffixes=(".weight",))
            if known is None:
                raise ValueError(f"GGUF has no name for the tensor {name}.")
            _add(writer, known, values, TYPES[precision if values.ndim == 2 else "f32"])


def _interleaved(weight: torch.Tensor, heads: int) -> torch.Tensor:
    """Order the rows of each head as llama.cpp turns them: pairs side by side, not in halves."""
    rows, columns = weight.shape
    return weight.view(heads, 2, rows // heads // 2, columns).swapaxes(1, 2).reshape(rows, columns)


def _add(
    writer: gguf.GGUFWriter,
    name: str,
    values: np.ndarray[Any, np.dtype[np.float32]],
    kind: gguf.GGMLQuantizationType,
) -> None:
    writer.add_tensor(name, gguf.quantize(values, kind), raw_dtype=kind)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--precision", choices=TYPES, default="q8_0")
    asked = parser.parse_args()
    write_gguf(asked.model, asked.out, asked.precision)
