"""A PostgreSQL for the tests of the store: finds one, installs Debian's where there is none, and runs it for a while.

    python tests/recording/postgres.py

It runs in a temporary folder of its own, on a free port, and touches no other server. Where none can be had, this says
why and all the same succeeds: the tests that need one are skipped.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_USER = "postgres"
_PATIENCE = 600  # seconds for an installation
# What survives a crash of the machine is not what the tests are about.
_QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=32MB"


class NoPostgresError(Exception):
    """There is no PostgreSQL, or none that starts; says why, in one line."""


def find_programs() -> Path:
    """The folder of `initdb` and `pg_ctl`.

    Raises:
        NoPostgresError: there is none.
    """
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if found := shutil.which("initdb"):
        folders.append(Path(found).resolve().parent)
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    raise NoPostgresError("PostgreSQL is not installed")


@contextlib.contextmanager
def running() -> Iterator[str]:
    """The address of a server, without a database's name, as long as the block runs.

    Raises:
        NoPostgresError: there is none, or it does not start.
    """
    programs = find_programs()
    as_user = {"user": _USER, "group": _USER} if os.geteuid() == 0 else {}
    with tempfile.TemporaryDirectory(prefix="onrecord-pg-") as folder:
        home = Path(folder)
        if as_user:
            shutil.chown(home, _USER, _USER)
        data, port = home / "data", _free_port()
        _run([programs / "initdb", "-D", data, "-U", _USER, "-A", "trust", "-E", "UTF8", "--locale=C", "-N"], as_user)
        settings = f"-p {port} -k {home} -c listen_addresses=127.0.0.1 {_QUICK}"
        server = [programs / "pg_ctl", "-D", data, "-w", "-t", "60"]
        _run([*server, "-l", home / "log", "-o", settings, "start"], as_user)
        try:
            yield f"postgresql://{_USER}@127.0.0.1:{port}"
        finally:
            _run([*server, "-m", "immediate", "stop"], as_user)


def install() -> str:
    """Install Debian's package; what went wrong, in one line, or ""."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return "PostgreSQL is not installed, and only root on Debian can have it installed here"
    print("Installing the package postgresql for the tests of the store.", flush=True)  # noqa: T201 - a program
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "postgresql"]):
        try:
            done = subprocess.run(
                ["apt-get", *command],
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return f"apt-get: {error}"
    lines = (done.stdout + done.stderr).decode("utf-8", "replace").strip().splitlines() or ["no word"]
    return f"apt-get install postgresql: {lines[-1]}" if done.returncode else ""


def main() -> None:
    """Install PostgreSQL if there is none."""
    trouble = ""
    try:
        find_programs()
    except NoPostgresError:
        trouble = install()
    try:
        with running():
            pass
    except NoPostgresError as error:
        print(f"The tests of the store on PostgreSQL are skipped: {trouble or error}")  # noqa: T201 - a program


def _run(command: list[str | Path], as_user: dict[str, str]) -> None:
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if "start" not in command else subprocess.DEVNULL,
            stderr=subprocess.STDOUT if "start" not in command else subprocess.DEVNULL,
            timeout=120,
            check=False,
            **as_user,
        )
    except (OSError, subprocess.SubprocessError, KeyError) as error:
        raise NoPostgresError(f"{Path(command[0]).name}: {error}") from None
    if done.returncode:
        lines = (done.stdout or b"").decode("utf-8", "replace").strip().splitlines() or ["it failed"]
        raise NoPostgresError(f"{Path(command[0]).name}: {lines[-1]}")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


if __name__ == "__main__":
    main()
