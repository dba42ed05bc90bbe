"""No page may tell what the program does not do."""

from __future__ import annotations

import importlib.util
import io
import platform
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# The pages show what an x86-64 processor computes. Others round 8-bit arithmetic differently: there the examples must
# run, but a border or a confidence may be another.
IS_SAME_ARITHMETIC = platform.machine() in {"x86_64", "AMD64"}

_spec = importlib.util.spec_from_file_location("refresh", ROOT / "docs" / "refresh.py")
refresh = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(refresh)


@pytest.mark.parametrize("page", refresh.PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_page_tells_what_the_program_does(page):
    written = page.read_text("utf8")
    made = refresh.refreshed(written)
    if IS_SAME_ARITHMETIC:
        assert made == written, f"{page.name} is stale; type: make docs"


@pytest.mark.parametrize("page", refresh.PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files(page):
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_page_of_the_folder_is_linked_from_another():
    linked = {Path(t).name for page in refresh.PAGES for t in re.findall(r"\]\(([^)#:]+)", page.read_text("utf8"))}
    assert {page.name for page in (ROOT / "docs").glob("*.md")} - linked == set()


def test_every_word_of_the_makefile_is_in_its_help():
    makefile = (ROOT / "Makefile").read_text("utf8")
    words = set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split())
    helped = set(re.findall(r'^\t@echo "make ([a-z-]+) ', makefile, re.MULTILINE))
    assert words - {"help"} == helped


def test_pdf_example_is_what_its_program_makes():
    spec = importlib.util.spec_from_file_location("make_pdf", ROOT / "examples" / "make_pdf.py")
    make_pdf = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make_pdf)
    pypdf = pytest.importorskip("pypdf")
    made, kept = (
        pypdf.PdfReader(source).pages for source in (io.BytesIO(make_pdf.pdf()), ROOT / "examples/river-dam.pdf")
    )
    assert [page.extract_text() for page in made] == [page.extract_text() for page in kept]


def test_stale_console_output_is_replaced():
    assert refresh.refreshed("```console\n$ echo new\nold\n```\n") == "```console\n$ echo new\nnew\n```\n"


def test_stale_python_output_is_replaced():
    assert refresh.refreshed("```python\n>>> 1 + 1\n3\n```\n") == "```python\n>>> 1 + 1\n2\n```\n"


def test_a_failing_python_example_is_not_passed_over():
    with pytest.raises(ZeroDivisionError):
        refresh.refreshed("```python\n>>> 1 / 0\n```\n")


def test_an_unknown_mark_is_not_passed_over():
    with pytest.raises(KeyError):
        refresh.refreshed("<!-- begin: nonsense -->\n<!-- end: nonsense -->\n")
