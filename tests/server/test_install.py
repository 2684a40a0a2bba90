"""Installing: what is missing is said in one sentence; CUDA comes only where it can be used."""

import subprocess
import sys
from pathlib import Path

import pytest

from server import install
from server.install import CannotInstall


class Pip:
    """Stands in for every program that installing calls; `failing` words make a call fail."""

    def __init__(self, *failing: str) -> None:
        self.failing = failing
        self.calls: list[str] = []

    def __call__(self, command: list[str], *, quiet: bool = False) -> bool:
        """Note the call, and say whether it fails."""
        call = " ".join(command)
        self.calls.append(call)
        return any(word in call for word in self.failing)


def installed(pip: Pip, monkeypatch: pytest.MonkeyPatch, folder: Path, extra: str = "") -> str:
    """Install with these programs and give all calls that were made."""
    monkeypatch.setattr(install, "_fails", pip)
    install.install(folder, extra)
    return "\n".join(pip.calls)


def test_torch_comes_without_cuda_where_there_is_no_card(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(install, "_has_nvidia", lambda: False)
    monkeypatch.setattr(sys, "platform", "linux")
    calls = installed(Pip("show torch"), monkeypatch, tmp_path)
    assert "install torch==2.13.0+cpu" in calls
    assert "uv" not in calls


def test_where_no_source_has_that_build_uv_finds_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(install, "_has_nvidia", lambda: False)
    monkeypatch.setattr(sys, "platform", "linux")
    calls = installed(Pip("show torch", "+cpu"), monkeypatch, tmp_path)
    assert "--torch-backend cpu torch==2.13.0" in calls


def test_torch_comes_whole_where_there_is_a_card(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(install, "_has_nvidia", lambda: True)
    calls = installed(Pip("show torch"), monkeypatch, tmp_path)
    assert "install torch==2.13.0\n" in calls


def test_torch_that_is_there_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    calls = installed(Pip(), monkeypatch, tmp_path, "dev")
    assert "torch==" not in calls
    assert "[dev]\n" in calls


def test_what_the_first_start_would_compile_is_compiled(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    calls = installed(Pip("-m models.runtime"), monkeypatch, tmp_path)
    assert calls.endswith(f"-m models.runtime {install.SHIPPED}")
    assert (install.SHIPPED / "config.json").is_file()


@pytest.mark.parametrize(
    ("failing", "sentence"),
    [
        (("-m venv",), "venv module"),
        (("show torch", "torch==2.13.0"), "torch could not be installed"),
        (("--editable",), "packages could not be installed"),
    ],
)
def test_what_fails_is_one_sentence(
    failing: tuple[str, ...], sentence: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(CannotInstall, match=sentence) as refused:
        installed(Pip(*failing), monkeypatch, tmp_path / "venv")
    assert "\n" not in str(refused.value)


def test_an_old_python_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(CannotInstall, match=r"3\.11 or newer"):
        installed(Pip(), monkeypatch, tmp_path / "venv")


def test_the_script_ends_with_a_sentence_and_a_code(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    command = [sys.executable, "-I", install.__file__, str(tmp_path / "file" / "venv")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith("candor: ")
    assert ended.stderr.count("\n") == 1
