"""The commands `candor models`: which models there are, fetching one, choosing one."""

import os
import sys
from contextlib import ExitStack

import click

from models.catalog import Offer, memory_gb, offers
from models.fetch import CannotFetch, Went, fetch, is_fetched
from server.engines.choosing import fetched_folder, model_folder, see_model, shipped_models
from server.errors import CannotStart
from server.settings import Settings, load, store

LINE = "{0} {1:16} {2:12} {3:>9} {4:>9}  {5:11} {6}"


@click.group(invoke_without_command=True)
@click.pass_context
def models(context: click.Context) -> None:
    """List, fetch and choose models."""
    if context.invoked_subcommand is None:
        context.invoke(list_models)


@models.command("list")
def list_models() -> None:
    """List the models that are here and those that can be fetched; a star marks the chosen one."""
    settings, catalog = load(), offers()
    chosen = settings.model
    click.echo(LINE.format(" ", "model", "", "download", "memory", "licence", "").rstrip())
    for name in shipped_models():
        _line(settings, name, "ships", "", "", "Apache-2.0", "writes guided")
    for name, offer in catalog.items():
        here = "here" if is_fetched(fetched_folder(name, settings.home)) else ""
        room = offer.repo if offer.has_room else "needs more memory than is here"
        needs = f"{offer.needs_gb:.1f} GB"
        _line(settings, name, here, f"{offer.size_gb:.1f} GB", needs, offer.licence, room)
    if chosen not in catalog and chosen not in shipped_models():
        _line(settings, chosen, "", "", "", "", str(_where(settings)))
    click.echo(f"\nThis computer has {memory_gb():.0f} GB of memory.", err=True)


@models.command()
@click.argument("name")
def get(name: str) -> None:
    """Fetch the model NAME from huggingface.co, or what is missing of it."""
    from server.launch import see_home

    settings, offer = load(), _offer(name)
    see_home(settings.home)
    if not offer.has_room:
        click.echo(
            f"{name} needs {offer.needs_gb:.1f} GB of memory and this computer has "
            f"{memory_gb():.0f} GB; it will be slow or will not run.",
            err=True,
        )
    folder = fetched_folder(name, settings.home)
    with ExitStack() as shown:
        try:
            fetch(offer, folder, lambda size: _bar(shown, offer, size))
        except CannotFetch as error:
            raise CannotStart(str(error)) from error
    click.echo(f"{name} is in {folder}. Choose it with: candor models use {name}")


@models.command()
@click.argument("name")
def use(name: str) -> None:
    """Choose the model NAME, or the model in the folder NAME, for the server."""
    from server.launch import see_home

    settings = load()
    if settings.engine == "remote":
        raise CannotStart(
            "The engine is remote, so its server has the models; set CANDOR_MODEL to a name there."
        )
    folder = model_folder(name, settings.home)
    if name in offers() and not is_fetched(folder):
        raise CannotStart(f"{name} is not here yet; fetch it with `candor models get {name}`.")
    see_model(folder)
    see_home(settings.home)
    store(settings.home, "model", name if folder.name == name else str(folder))
    click.echo(f"From its next start the server runs {name}.")
    if os.environ.get("CANDOR_MODEL", name) != name:
        click.echo("But CANDOR_MODEL is set in the environment and wins; take it away.", err=True)


def _line(settings: Settings, name: str, *cells: str) -> None:
    click.echo(LINE.format("*" if name == settings.model else " ", name, *cells).rstrip())


def _where(settings: Settings) -> object:
    if settings.engine == "remote":
        return f"at {settings.remote_url}"
    return model_folder(settings.model, settings.home)


def _offer(name: str) -> Offer:
    catalog = offers()
    if name not in catalog:
        raise CannotStart(
            f"The catalog has no model {name!r}; it has {', '.join(catalog)} "
            "(see `candor models list`)."
        )
    return catalog[name]


def _bar(shown: ExitStack, offer: Offer, size: int) -> Went:
    """Show how a download gets on, on stderr and only where a person watches."""
    bar = click.progressbar(
        length=size,
        label=f"{offer.repo}, {size / 1e9:.1f} GB",
        file=sys.stderr,
        update_min_steps=1_000_000,
    )
    return shown.enter_context(bar).update
