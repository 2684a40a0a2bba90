"""Fetching: a model of the catalog from huggingface.co, whole and unchanged, or not at all.

huggingface_hub says what there is; the bytes come by ranges into `.part` files, so that a download
that broke off goes on where it stopped. Only weights in safetensors and text are taken, never code.
"""

import errno
import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from models.catalog import Offer

LOCK = "candor-lock.json"
WANTED = ("*.json", "*.safetensors", "*.jinja", "*.txt", "LICENSE*", "tokenizer.model")
NEEDED = ("config.json", "tokenizer.json")
SPARE_BYTES = 200_000_000  # of the disk, left free
TRIES, BLOCK = 3, 1 << 20
TIMEOUT_S = 30.0

Went = Callable[[int], object]


class CannotFetch(Exception):
    """The message is one sentence that says what to do."""


@dataclass(frozen=True)
class Part:
    """One file of a model: its size in bytes and its digest, `sha256:…` or git's `blob:…`."""

    name: str
    size: int
    digest: str

    def is_in(self, folder: Path) -> bool:
        """Say whether the file is in a folder, whole and unchanged."""
        path = folder / self.name
        if not path.is_file() or path.stat().st_size != self.size:
            return False
        with path.open("rb") as file:
            digest = self.empty_digest()
            while block := file.read(BLOCK):
                digest.update(block)
        return self.fits(digest)

    def empty_digest(self) -> Any:
        """Give the digest of nothing yet."""
        if self.digest.startswith("sha256:"):
            return hashlib.sha256()
        return hashlib.sha1(b"blob %d\0" % self.size, usedforsecurity=False)

    def fits(self, digest: Any) -> bool:
        """Say whether a finished digest is this file's."""
        return bool(digest.hexdigest() == self.digest.partition(":")[2])


def fetch(offer: Offer, folder: Path, begin: Callable[[int], Went]) -> None:
    """Fetch what is missing of a model into a folder. Raises CannotFetch.

    `begin` gets the number of bytes to come, and gives what is called with each few that came.
    """
    with _plainly(offer):
        parts = _listed(offer)
        missing = [part for part in parts if not part.is_in(folder)]
        to_come = sum(part.size - _begun(folder, part) for part in missing)
        _see_disk(folder, to_come)
        went = begin(to_come)
        for part in missing:
            _fetch_part(offer, part, folder, went)
        lock = {"repo": offer.repo, "revision": offer.revision, "files": [*map(asdict, parts)]}
        (folder / LOCK).write_text(json.dumps(lock, indent=1), "utf-8")


def is_fetched(folder: Path) -> bool:
    """Say whether a model was fetched to its end."""
    return (folder / LOCK).is_file()


def _listed(offer: Offer) -> list[Part]:
    """Ask which files the repository has at the pinned commit."""
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    from huggingface_hub import HfApi

    api = HfApi(endpoint=_endpoint(), token=False)
    told = api.model_info(offer.repo, revision=offer.revision, files_metadata=True)
    if told.sha != offer.revision:
        raise CannotFetch(
            f"{offer.repo} is no longer what the catalog says (revision {told.sha}); nothing was "
            "fetched; choose another model."
        )
    parts = [
        Part(
            name=file.rfilename,
            size=file.lfs.size if file.lfs else file.size or 0,
            digest=f"sha256:{file.lfs.sha256}" if file.lfs else f"blob:{file.blob_id}",
        )
        for file in told.siblings or ()
        if any(fnmatch(file.rfilename, wanted) for wanted in WANTED) and "/" not in file.rfilename
    ]
    names = {part.name for part in parts}
    if not names.issuperset(NEEDED) or not any(name.endswith(".safetensors") for name in names):
        raise CannotFetch(f"{offer.repo} lacks files that Candor needs; choose another model.")
    return parts


def _fetch_part(offer: Offer, part: Part, folder: Path, went: Went) -> None:
    """Fetch one file, going on where an earlier try stopped."""
    import httpx2

    for tried in range(1, TRIES + 1):
        try:
            _stream_part(offer, part, folder, went)
            break
        except httpx2.TransportError:
            if tried == TRIES:
                raise
            time.sleep(tried)
    partial = _partial(folder, part)
    if not Part(partial.name, part.size, part.digest).is_in(folder):
        partial.unlink()
        raise CannotFetch(
            f"{part.name} of {offer.name} came damaged and was thrown away; "
            f"run `candor models get {offer.name}` again."
        )
    partial.replace(folder / part.name)


def _stream_part(offer: Offer, part: Part, folder: Path, went: Went) -> None:
    import httpx2
    from huggingface_hub import hf_hub_url

    begun = _begun(folder, part)
    if begun == part.size and begun:
        return
    url = hf_hub_url(offer.repo, part.name, revision=offer.revision, endpoint=_endpoint())
    headers = {"Range": f"bytes={begun}-"} if begun else {}
    # No compression: sizes, ranges and digests are those of the file itself.
    headers["Accept-Encoding"] = "identity"
    with httpx2.stream(
        "GET", url, headers=headers, timeout=TIMEOUT_S, follow_redirects=True
    ) as answer:
        answer.raise_for_status()
        goes_on = answer.status_code == 206
        if begun and not goes_on:
            went(-begun)
        folder.mkdir(parents=True, exist_ok=True)
        with _partial(folder, part).open("ab" if goes_on else "wb") as file:
            for block in answer.iter_bytes():
                file.write(block)
                went(len(block))


def _partial(folder: Path, part: Part) -> Path:
    return folder / f"{part.name}.part"


def _begun(folder: Path, part: Part) -> int:
    """Give how many bytes of a file are there already; too many are thrown away."""
    partial = _partial(folder, part)
    size = partial.stat().st_size if partial.is_file() else 0
    if size > part.size:
        partial.unlink()
        return 0
    return size


def _see_disk(folder: Path, to_come: int) -> None:
    existing = next(parent for parent in (folder, *folder.parents) if parent.is_dir())
    free = shutil.disk_usage(existing).free
    if to_come and free < to_come + SPARE_BYTES:
        raise CannotFetch(
            f"The disk of {existing} has {free / 1e9:.1f} GB free and {to_come / 1e9:.1f} GB are "
            "to come; make room, or set CANDOR_HOME to a folder on another disk."
        )


def _endpoint() -> str:
    return os.environ.get("HF_ENDPOINT", "https://huggingface.co").rstrip("/")


@contextmanager
def _plainly(offer: Offer) -> Iterator[None]:
    """Say whatever goes wrong in one sentence."""
    import httpx2
    from huggingface_hub.errors import HfHubHTTPError, OfflineModeIsEnabled

    host = httpx2.URL(_endpoint()).host
    try:
        yield
    except (httpx2.ConnectError, httpx2.ConnectTimeout, OfflineModeIsEnabled) as error:
        raise CannotFetch(
            f"{host} cannot be reached; connect this computer to the network and run it again."
        ) from error
    except (HfHubHTTPError, httpx2.HTTPStatusError) as error:
        status = error.response.status_code
        raise CannotFetch(
            f"{host} does not give {offer.repo} (status {status}); try again later, or choose "
            "another model."
        ) from error
    except httpx2.HTTPError as error:
        raise CannotFetch(
            f"The download of {offer.name} broke off; run `candor models get {offer.name}` again "
            "and it goes on where it stopped."
        ) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            said = "The disk is full; make room and run it again, it goes on where it stopped."
        else:
            said = f"{offer.name} cannot be written ({error.strerror}); mend that and run it again."
        raise CannotFetch(said) from error
