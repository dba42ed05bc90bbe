"""What people install: the built wheel, alone with its dependencies, without a network."""

from __future__ import annotations

import importlib.metadata
import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
MAX_BYTES = 80_000_000
NO_NETWORK = """
import socket

def _refuse(*args, **kwargs):
    raise OSError("this test has no network")

socket.socket.connect = socket.socket.connect_ex = _refuse
socket.create_connection = socket.getaddrinfo = _refuse
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def bare(wheel, tmp_path_factory):
    """The folder of an environment's programs that holds the wheel and what it needs, and nothing that only we have."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", str(python), "install", "-qq", "--no-deps", "--no-index", str(wheel))
    (packages,) = (folder / "lib").glob("python*/site-packages")
    for distribution in needs_of(wheel):
        for name in {Path(file).parts[0] for file in distribution.files or ()} - {"..", "bin"}:
            origin = Path(str(distribution.locate_file(name)))
            if origin.exists() and not (packages / name).exists():
                (packages / name).symlink_to(origin)
    (packages / "sitecustomize.py").write_text(NO_NETWORK)
    return folder / "bin"


def needs_of(wheel):
    """The installed distributions that the wheel's metadata asks for, and those that these ask for."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        metadata = importlib.metadata.PathDistribution(zipfile.Path(archive, name.removesuffix("METADATA")))
        wanted = needs(metadata.requires or [], {""})
    found = {}
    while wanted:
        requirement = wanted.pop()
        key = (canonicalize_name(requirement.name), frozenset(requirement.extras))
        if key not in found:
            found[key] = importlib.metadata.distribution(requirement.name)
            wanted += needs(found[key].requires or [], {"", *requirement.extras})
    return list({distribution.metadata["Name"]: distribution for distribution in found.values()}.values())


def needs(requires, extras):
    parsed = [Requirement(line) for line in requires]
    return [r for r in parsed if r.marker is None or any(r.marker.evaluate({"extra": extra}) for extra in extras)]


def run(*command, cwd=None, check=True):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV"))}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


def test_weights_are_inside(wheel):
    with zipfile.ZipFile(wheel) as archive:
        shipped = {Path(n).name for n in archive.namelist() if n.startswith("onrecord/models/")}
    manifest = json.loads((ROOT / "src/onrecord/models/manifest.json").read_text("utf8"))
    assert set(manifest["files"]) <= shipped


def test_wheel_is_smaller_than_eighty_megabytes(wheel):
    assert wheel.stat().st_size < MAX_BYTES


def test_licence_and_credits_are_inside(wheel):
    with zipfile.ZipFile(wheel) as archive:
        assert {"LICENSE", "NOTICE"} <= {Path(n).name for n in archive.namelist() if "/licenses/" in n}


def test_schema_vocabulary_and_type_marker_are_inside(wheel):
    wanted = {"onrecord/record.schema.json", "onrecord/vocabulary/acts.toml", "onrecord/py.typed"}
    with zipfile.ZipFile(wheel) as archive:
        assert wanted <= set(archive.namelist())


def test_template_style_and_script_of_the_page_are_inside(wheel):
    folder = "onrecord/showing/export/pages"
    with zipfile.ZipFile(wheel) as archive:
        assert {f"{folder}/page.html", f"{folder}/page.css", f"{folder}/page.js"} <= set(archive.namelist())


def test_map_and_fonts_of_the_web_application_are_inside(wheel):
    folder = "onrecord/showing/web"
    wanted = {"world/world-110m.json", "world/world-50m.json", "static/map.css", "static/fonts.css"}
    wanted |= {f"static/fonts/{name}" for name in ("inter-OFL.txt", "inter-latin-wght-normal.woff2")}
    with zipfile.ZipFile(wheel) as archive:
        assert {f"{folder}/{name}" for name in wanted} <= set(archive.namelist())


def test_every_package_it_needs_is_credited(wheel):
    notice = (ROOT / "NOTICE").read_text("utf8")
    needed = {canonicalize_name(distribution.metadata["Name"]) for distribution in needs_of(wheel)}
    assert {name for name in needed if f"   {name} " not in notice} == set()


def test_nothing_but_the_package_is_inside(wheel):
    with zipfile.ZipFile(wheel) as archive:
        tops = {n.split("/")[0] for n in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"onrecord"}


def test_bare_environment_has_no_developers_packages(bare):
    assert run(bare / "python", "-c", "import pytest", check=False).returncode != 0


def test_bare_environment_has_no_network(bare):
    code = "import socket; socket.create_connection(('127.0.0.1', 9))"
    assert "this test has no network" in run(bare / "python", "-c", code, check=False).stderr


def test_help_is_shown_bare(bare):
    assert "read" in run(bare / "onrecord", "--help").stdout


def test_article_is_read_bare_and_offline(bare):
    done = run(bare / "onrecord", "read", "--format", "jsonl", "examples/ceasefire-talks.txt", cwd=ROOT)
    assert json.loads(done.stdout)["statements"]


def test_web_page_is_read_bare_and_offline(bare):
    done = run(bare / "onrecord", "read", "--format", "jsonl", "examples/election-night.html", cwd=ROOT)
    assert json.loads(done.stdout)["article"]["publisher"]


def test_page_is_made_bare_and_offline(bare):
    done = run(bare / "onrecord", "read", "--format", "html", "examples/ceasefire-talks.txt", cwd=ROOT)
    assert done.stdout.startswith("<!DOCTYPE html>")


def test_pdf_without_its_extra_is_refused_by_name(bare):
    done = run(bare / "onrecord", "read", "examples/river-dam.pdf", cwd=ROOT, check=False)
    assert "needs the package pypdf" in done.stderr
