"""Articles into the archive: files, texts and addresses, read in a process of their own, as `leadup add` reads them."""

from __future__ import annotations

import json
import re
import secrets
from functools import partial
from pathlib import Path
from typing import Any, Final

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from leadup.desk.command import complaint, run_leadup
from leadup.desk.desk_archive import DeskArchive
from leadup.desk.questions import day_of
from leadup.desk.routes.common import desk_of, form_of, in_thread, page, text_in
from leadup.errors import DeskError, IntakeError

FOLDER: Final = "added"
"""Where what was dropped on the desk is kept, in the archive's folder, as it came."""
PIECE: Final = 2**20
LONGEST_NAME: Final = 160
"""Bytes of a file's name that are kept, its end: no file system takes more than some 250."""
LONGEST_OUTLET: Final = 200
_SIGNS: Final = re.compile(r"[^\w.\- ]+")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_ADDRESS: Final = re.compile(r"https?://\S+")


async def add_page(request: Request) -> Response:
    """The form."""
    return page(request, "add.html.j2", summary=None)


async def add(request: Request) -> Response:
    """Read what was sent, and say what became of it."""
    async with form_of(request) as form:
        summary = await add_sent(desk_of(request), form)
    return page(request, "add.html.j2", summary=summary)


async def add_sent(here: DeskArchive, form: FormData) -> dict[str, Any]:
    """Keep what a form sends, read it in another process, and give `leadup add`'s own account of it."""
    day = day_of({"published": text_in(form, "published")}, "published")
    folder = here.path / FOLDER / secrets.token_hex(6)
    files = [v for v in form.getlist("files") if isinstance(v, UploadFile) and v.filename]
    text = text_in(form, "text").strip()
    if not files and not text:
        raise IntakeError("nothing", "there is no file and no text", "Choose files, or paste a text")
    await in_thread(partial(folder.mkdir, parents=True))
    paths = [await _kept(file, folder, n) for n, file in enumerate(files)]
    outlet = " ".join(_CONTROL.sub(" ", text_in(form, "outlet")).split())[:LONGEST_OUTLET]
    said = [*(["--published", str(day)] if day else []), *([f"--outlet={outlet}"] if outlet else [])]
    if text:
        lines = [line for line in text.split("\n") if line.strip()]
        addresses = all(_ADDRESS.fullmatch(line.strip()) for line in lines)
        path = folder / ("addresses.txt" if addresses else "pasted.txt")
        await in_thread(partial(path.write_text, text, "utf-8"))
        paths.append(path)
        if addresses and text_in(form, "fetch"):
            said.append("--fetch")
    async with here.adding:
        return await _read(here.path, paths, said)


async def _kept(file: UploadFile, folder: Path, number: int) -> Path:
    """A file as it was sent, under its own name as far as a name can be trusted."""
    name = _SIGNS.sub("_", Path((file.filename or "").replace("\\", "/")).name).strip(". ")
    name = name.encode("utf-8", "ignore")[-LONGEST_NAME:].decode("utf-8", "ignore").strip(". ") or "file"
    path = folder / name if not (folder / name).exists() else folder / f"{number}-{name}"
    with path.open("wb") as out:
        while data := await file.read(PIECE):
            await in_thread(partial(out.write, data))
    return path


async def _read(archive: Path, paths: list[Path], said: list[str]) -> dict[str, Any]:
    _, out, err = await run_leadup("add", "--json", "--archive", str(archive), *said, "--", *map(str, paths))
    try:
        found = json.loads(out)
        assert isinstance(found, dict)
    except (ValueError, AssertionError):
        what = complaint(err) or "the reading process ended"
        raise DeskError(what, "Try the same with `leadup add`") from None
    for error in found.get("errors", []):
        error["source"] = Path(error["source"]).name
    return found
