"""A browser for the tests of the page: finds one, and installs one where there is none.

    python tests/showing/browsers.py

The variable ONRECORD_BROWSER names one; else it is any Chromium or Chrome of the system, else the one that Playwright
keeps. To install, Debian's package is taken where we may, else Playwright's download. Where no browser can be had, this
says why and all the same succeeds: the tests that need one are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

_COMMANDS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_APPLICATIONS = ("Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium")
# A browser of the system would look for updates and synchronise; nothing of that belongs into a test.
_QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"]
_PATIENCE = 600  # seconds for an installation


class NoBrowserError(Exception):
    """There is no browser, or none that starts; says why, in one line."""


def open_browser(playwright: Playwright) -> Browser:
    """The first browser that starts.

    Raises:
        NoBrowserError: none does.
    """
    from playwright.sync_api import Error

    problems = []
    for path in [*_on_the_system(), None]:  # None is Playwright's own
        try:
            return playwright.chromium.launch(executable_path=path, args=_QUIET)
        except Error as error:
            problems.append(f"{path or 'the one of Playwright'}: {error.message.splitlines()[0]}")
    raise NoBrowserError("no Chromium or Chrome that starts (" + "; ".join(problems) + ")")


def _on_the_system() -> list[str]:
    if named := os.environ.get("ONRECORD_BROWSER"):
        return [named]
    folders = (Path("/Applications"), Path.home() / "Applications")
    found = [shutil.which(command) for command in _COMMANDS]
    found += [str(folder / name) for folder in folders for name in _APPLICATIONS if (folder / name).is_file()]
    return [path for path in found if path]


def install() -> str:
    """Install a browser; what went wrong, in one line, or ""."""
    if _is_debian() and shutil.which("apt-get"):
        as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
        if not as_root or _run(["sudo", "-n", "true"]) == "":
            _tell("Installing the package chromium for the tests of the page.")
            _run([*as_root, "apt-get", "update", "-qq"])
            return _run([*as_root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"])
    _tell("Downloading a Chromium for the tests of the page.")
    return _run([sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"])


def _is_debian() -> bool:
    """Debian itself: what Ubuntu calls chromium lives in a sandbox that keeps a test's files from it."""
    release = Path("/etc/os-release")
    return release.is_file() and "ID=debian" in release.read_text("utf-8").split()


def _run(command: list[str]) -> str:
    """Run a command without questions; what it says of its failure, or ""."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{command[0]}: {error}"
    if not done.returncode:
        return ""
    lines = (done.stdout + done.stderr).decode("utf-8", "replace").strip().splitlines() or [f"status {done.returncode}"]
    telling = [line for line in lines if line.startswith(("E:", "Error:", "sudo:"))]
    return f"{' '.join(command)}: {(telling or lines)[-1].strip()}"


def _tell(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - a program, when it is run as one


def _problem() -> str:
    """Why there is no browser, or ""."""
    from playwright.sync_api import sync_playwright

    try:
        with sync_playwright() as playwright:
            open_browser(playwright).close()
    except NoBrowserError as error:
        return str(error)
    return ""


def main() -> None:
    """Install a browser if there is none."""
    if _problem():
        trouble = install()
        if problem := _problem():
            _tell(f"The tests of the page in a browser are skipped: {trouble or problem}")


if __name__ == "__main__":
    main()
