"""The command `candor`: the same program for the terminal."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from pydantic import ValidationError

from server.errors import CandorError, CannotStart
from server.model_commands import models
from server.schemas import Comment, DeviceInput, Event, SuggestionRequest, Thread
from server.settings import Settings, load
from server.store import Store


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="candor", prog_name="candor")
def candor() -> None:
    """Drafts honest replies to comments with a language model on your own machine."""


@candor.command()
def serve() -> None:
    """Start the server and print how to reach it."""
    from server.launch import serve

    serve(load())


@candor.command()
def pair() -> None:
    """Print a new pairing code, and a link that opens the desk once."""
    from server.launch import desk_link

    settings = load()
    store = _store(settings)
    click.echo(f"Pairing code  {store.new_code().code}, for two minutes")
    click.echo(f"The desk      {desk_link(settings, store)}")


@candor.command()
@click.argument("name")
def token(name: str) -> None:
    """Print a token with which a program called NAME may use the server."""
    try:
        named = DeviceInput(code="", name=name).name
    except ValidationError as error:
        raise CannotStart("Give the token a name of 1 to 100 characters.") from error
    click.echo(_store(load()).add_device(named, "terminal").token)


@candor.command()
@click.argument("comment", required=False)
@click.option("--tone", default="plain", show_default=True, help="The tone preset, by its id.")
@click.option("--note", default="", help="What you want said.")
@click.option(
    "--facts",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A text file with a fact on each line.",
)
def suggest(comment: str | None, tone: str, note: str, facts: Path | None) -> None:
    """Draft a reply to COMMENT, or to what comes in through a pipe.

    The running server writes it; where none runs, the model is loaded for this one draft.
    """
    from server.asking import ask

    if comment is None and sys.stdin.isatty():
        raise CannotStart('Say which comment: candor suggest "…", or send it through a pipe.')
    request = _request(_piped() if comment is None else comment, tone, note, facts)
    settings = load()
    _show(ask(request, settings, _store(settings)))


candor.add_command(models)


@candor.command()
@click.argument("place", metavar="URL|FILE")
@click.option("--platform", default="", help="The platform, where the page does not tell.")
def doctor(place: str, platform: str) -> None:
    """Tell which selectors of a site match a page no longer.

    Prints no word of the page. A URL is fetched once, without cookies: a page that needs a log-in
    or scripts has to be saved in the browser and given as a FILE.
    """
    from server.doctor import examine, read_page

    html, address = read_page(place)
    found = examine(html, address, platform)
    if not found.fit[0]:
        raise CannotStart(
            f"Nothing of {found.platform.name} is on this page. It may need a log-in or scripts: "
            "save it in the browser while you see the comments, and give the file."
        )
    missing = found.missing
    click.echo(f"{found.platform.name}, compared with {found.page}")
    for selector in found.platform.selectors:
        mark = "!" if selector in missing else " "
        count = found.counts[selector.name]
        click.echo(
            f"{mark}{count:>5}  {selector.name}  {selector.css}  (checked {selector.checked})"
        )
    if missing:
        names = ", ".join(selector.name for selector in missing)
        raise CandorError(
            f"Matched before and nothing now: {names}. Mend them in extension/src/platforms."
        )
    click.echo("All that is expected on such a page is there.", err=True)


def main() -> None:
    """Run the command; what goes wrong is one sentence on stderr and a code that is not 0."""
    try:
        candor()
    except (CannotStart, CandorError) as error:
        click.echo(f"candor: {error}", err=True)
        sys.exit(1)


def _store(settings: Settings) -> Store:
    from server.launch import see_home
    from server.store import open_store

    see_home(settings.home)
    return open_store(settings.database)


def _piped() -> str:
    try:
        return sys.stdin.buffer.read().decode()
    except UnicodeDecodeError as error:
        raise CannotStart("What comes through the pipe is not UTF-8 text; save it so.") from error


def _request(comment: str, tone: str, note: str, facts: Path | None) -> SuggestionRequest:
    try:
        stated = facts.read_text("utf-8").splitlines() if facts else []
        return SuggestionRequest(
            thread=Thread(comments=[Comment(text=comment)]),
            tone=tone,
            note=note,
            facts=[line for line in stated if line.strip()],
        )
    except UnicodeDecodeError as error:
        raise CannotStart(f"{facts} is not UTF-8 text; save it as UTF-8.") from error
    except ValidationError as error:
        fault = error.errors()[0]
        where = " ".join(str(place) for place in fault["loc"]) or "comment"
        raise CannotStart(f"The {where} is at fault: {fault['msg']}.") from error


def _show(events: Iterator[Event]) -> None:
    """Write the draft to stdout, as it comes where a person watches; all else to stderr."""
    live, shown = sys.stdout.isatty(), ""
    for event in events:
        if event.name == "suggestion.text.delta" and live:
            shown += event.payload["text"]
            click.echo(event.payload["text"], nl=False)
        if event.name == "suggestion.failed":
            raise CandorError(event.payload["detail"])
        if event.name == "suggestion.completed":
            _end(event, shown)


def _end(event: Event, shown: str) -> None:
    text, triage = event.payload["text"], event.payload["triage"]
    if shown != text:
        click.echo(f"\n\nBetter:\n{text}" if shown else text, nl=False)
    click.echo()
    click.echo(f"[{triage['action']}] {triage['why']}", err=True)
    for finding in event.payload["findings"]:
        click.echo(f"[{finding['severity']}] {finding['message']}", err=True)


if __name__ == "__main__":
    main()
