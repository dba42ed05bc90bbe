"""Write the generated parts of README.md and the pages in docs/ anew.

    python docs/refresh.py

Three kinds of passages are generated, so that no page can tell what the program does not do:

- what stands between `<!-- begin: NAME -->` and `<!-- end: NAME -->`, by the maker of that name;
- console blocks: what each command after `$ ` prints, run beside a copy of the examples;
- Python blocks with `>>> `: what each statement prints. Python blocks without it are only run.

`tests/test_docs.py` holds every page to what this would write.
"""

from __future__ import annotations

import ast
import contextlib
import doctest
import inspect
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord import errors
from onrecord.interpreting.checks import RULES
from onrecord.showing import help_pages
from onrecord.vocabulary import ACTS

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
COLUMNS = "100"  # how wide the terminal is that the pages show

# CofeNet with BERT-base (110 million parameters), on PolNeAR's test articles, as its authors report; it does not link.
PUBLISHED = {"source, exact F1": "0.832", "cue, exact F1": "0.753", "content, exact F1": "0.729"}

_MARKED = re.compile(r"(<!-- begin: ([a-z-]+) -->\n).*?(<!-- end: \2 -->)", re.DOTALL)
_FENCED = re.compile(r"(^```(console|python)\n)(.*?)(^```$)", re.DOTALL | re.MULTILINE)


def main() -> None:
    """Write every page anew and name those that changed."""
    for page in PAGES:
        before = page.read_text("utf8")
        after = refreshed(before)
        if after != before:
            page.write_text(after, "utf8")
            print(f"{page.relative_to(ROOT)} is new")


def refreshed(page: str) -> str:
    """The page as it should be.

    Raises:
        KeyError: a mark names no maker.
        Exception: what a Python example raises and does not show.
    """
    page = _MARKED.sub(lambda match: f"{match[1]}{MAKERS[match[2]]()}\n{match[3]}", page)
    namespace: dict[str, Any] = {"__name__": "__main__"}
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        with contextlib.chdir(folder):
            return _FENCED.sub(lambda match: match[1] + _rerun(match[2], match[3], namespace) + match[4], page)


def _rerun(language: str, block: str, namespace: dict[str, Any]) -> str:
    if language == "console":
        return "".join(f"$ {command}\n{_printed(command)}" for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE))
    if ">>> " not in block:
        exec(compile(block, "<example>", "exec"), namespace)  # noqa: S102 - the pages are our own
        return block
    return "".join(
        part if isinstance(part, str) else _shown(part, namespace) for part in doctest.DocTestParser().parse(block)
    )


def _printed(command: str) -> str:
    """What a command prints in a plain terminal, errors too."""
    settings = {"COLUMNS": COLUMNS, "NO_COLOR": "1", "TERM": "dumb", "PYTHONUTF8": "1"}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(  # noqa: S602 - the pages are our own
        command,
        shell=True,
        env={**os.environ, **settings, "PATH": path},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf8",
        check=False,
    )
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n" if done.stdout.strip() else ""


def _shown(example: doctest.Example, namespace: dict[str, Any]) -> str:
    """A statement as at Python's prompt, with what it prints."""
    first, *others = example.source.rstrip("\n").split("\n")
    prompt = "".join([f">>> {first}\n", *(f"... {line}".rstrip() + "\n" for line in others)])
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            exec(compile(example.source, "<example>", "single"), namespace)  # noqa: S102 - the pages are our own
        except Exception as error:
            if example.exc_msg is None:
                raise
            name = type(error)
            print(f"Traceback (most recent call last):\n    ...\n{name.__module__}.{name.__qualname__}: {error}")
    return prompt + printed.getvalue()


def draw_errors() -> str:
    """The tree of errors, as errors.py draws it."""
    return f"```text\n{inspect.cleandoc(errors.__doc__ or '').split(chr(10), 2)[2]}\n```"


def list_reasons() -> str:
    """A table of the reasons for refusals with the remark that stands beside each in errors.py."""
    source = inspect.getsource(errors)
    remarks = dict(re.findall(r'^    "([a-z-]+)",  # (.*)$', source, re.MULTILINE))
    return _table(["reason", "what it means"], [[f"`{reason}`", remarks[reason]] for reason in errors.REASONS])


def list_error_classes() -> str:
    """Each error's docstring, in the order of errors.py."""
    source = ast.parse(inspect.getsource(errors))
    classes = [getattr(errors, node.name) for node in source.body if isinstance(node, ast.ClassDef)]
    return "\n\n".join(f"### `{c.__name__}`\n\n{_markdown(inspect.getdoc(c) or '')}" for c in classes)


def _markdown(docstring: str) -> str:
    """A docstring whose list of attributes is a Markdown list."""
    lines = []
    for line in docstring.split("\n"):
        attribute = re.match(r"    (\w+): (.*)", line)
        lines.append(
            f"- `{attribute[1]}`: {attribute[2]}" if attribute else re.sub(r"^Attributes:$", "It carries:\n", line)
        )
    return "\n".join(lines)


def list_acts() -> str:
    """A table of the acts with their definitions and first examples."""
    return _table(
        ["act", "the source …", "for example"],
        [[f"`{act.name}`", act.definition[0].lower() + act.definition[1:], act.examples[0]] for act in ACTS.values()],
    )


def list_rules() -> str:
    """The rules of checks with their severities."""
    rows = [[f"`{rule.name}`", ", ".join(rule.severities), rule.about, rule.remedy] for rule in RULES]
    return _table(["rule", "severities", "what it looks for", "what to do"], rows)


def show_help() -> str:
    """The help page of every command."""
    return "\n\n".join(f"## `{name}`\n\n```text\n{text.rstrip()}\n```" for name, text in help_pages().items())


def show_figures() -> str:
    """What was reached, from evaluation/floors.json, beside the best that was published."""
    floors = ROOT / "evaluation" / "floors.json"
    if not floors.exists():
        return "Not measured yet."
    reached = json.loads(floors.read_text("utf8"))["floors"]
    rows = [[name, f"{value:.3f}", PUBLISHED.get(name, "")] for name, value in reached.items()]
    return _table(["on development articles", "onrecord", "best published (PolNeAR's test articles)"], rows)


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


MAKERS: dict[str, Callable[[], str]] = {
    "acts": list_acts,
    "error-classes": list_error_classes,
    "errors": draw_errors,
    "figures": show_figures,
    "help": show_help,
    "reasons": list_reasons,
    "rules": list_rules,
}

if __name__ == "__main__":
    main()
