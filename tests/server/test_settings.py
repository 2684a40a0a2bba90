"""Settings: from the environment, else from candor.toml, else by default."""

from pathlib import Path

import pytest

from server.errors import CannotStart
from server.settings import Settings, load


def test_the_environment_goes_before_the_file_and_the_file_before_the_default(
    tmp_path: Path,
) -> None:
    (tmp_path / "candor.toml").write_text('port = 9000\nthreads = 4\nallowed_hosts = ["a", "b"]\n')
    settings = load({"CANDOR_HOME": str(tmp_path), "CANDOR_PORT": "9001"})
    assert (settings.port, settings.threads, settings.host) == (9001, 4, "127.0.0.1")
    assert settings.allowed_hosts == ("a", "b")


def test_a_list_in_the_environment_has_commas() -> None:
    settings = load({"CANDOR_HOME": "/none", "CANDOR_ALLOWED_HOSTS": "a, b,"})
    assert settings.allowed_hosts == ("a", "b")


def test_the_data_folder_follows_xdg(tmp_path: Path) -> None:
    assert load({"XDG_DATA_HOME": str(tmp_path)}).home == tmp_path / "candor"
    assert load({}).home == Path("~/.local/share/candor").expanduser()
    assert load({"XDG_DATA_HOME": "/x", "CANDOR_HOME": str(tmp_path)}).home == tmp_path


@pytest.mark.parametrize(
    ("file", "environment", "named"),
    [
        ("port = 'many'", {}, "port"),
        ("surprise = 1", {}, "surprise"),
        ("port = ", {}, "candor.toml"),
        ("home = '/x'", {}, "CANDOR_HOME"),
        ("", {"CANDOR_PORT": "0"}, "CANDOR_PORT"),
        ("", {"CANDOR_ENGINE": "steam"}, "CANDOR_ENGINE"),
    ],
)
def test_a_wrong_setting_is_named(
    tmp_path: Path, file: str, environment: dict[str, str], named: str
) -> None:
    (tmp_path / "candor.toml").write_text(file)
    with pytest.raises(CannotStart, match=named):
        load({"CANDOR_HOME": str(tmp_path)} | environment)


def test_the_address_is_one_that_a_browser_can_open(tmp_path: Path) -> None:
    for host, url in (
        ("0.0.0.0", "http://127.0.0.1:8765"),
        ("::1", "http://[::1]:8765"),
        ("candor.example", "http://candor.example:8765"),
    ):
        assert Settings(home=tmp_path, host=host).url == url


def test_every_setting_says_what_it_is_for() -> None:
    assert all(field.description for field in Settings.model_fields.values())
