"""`onrecord serve` as a process of its own: how it begins, what it tells, how it ends."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from recording_samples import ROAD, road

from onrecord.recording import RecordStore
from onrecord.showing.serving_commands import _address

_PATIENCE = 60  # seconds until a process that hangs is given up
# The same command, with a reader that needs no models.
_LIGHT = """
import sys
from functools import partial
from light_reader import make_light_reader
import onrecord.showing.web.serving as serving
serving.Desk = partial(serving.Desk, make=make_light_reader)
from onrecord.showing.cli import main
if __name__ == "__main__":
    sys.exit(main())
"""


class Serving:
    """A process that serves.

    Attributes:
        address: where, or "" if it has ended without serving; told: the lines that it has said until then.
    """

    def __init__(self, script, *arguments, **environment):
        path = os.pathsep.join(folder for folder in sys.path if folder)
        env = {**os.environ, "PYTHONPATH": path, "PYTHONUNBUFFERED": "1", **environment}
        if "ONRECORD_TOKEN" not in environment:
            env.pop("ONRECORD_TOKEN", None)
        self.process = subprocess.Popen(
            [sys.executable, script, "serve", *map(str, arguments)],
            stderr=subprocess.PIPE, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True, env=env,
        )  # fmt: skip
        self._watch = threading.Timer(_PATIENCE, self.process.kill)
        self._watch.start()
        self.told, self.address = [], ""
        for line in self.process.stderr:
            self.told.append(line.rstrip("\n"))
            if found := re.search(r"http://\S+:(\d+)/", line):
                self.address, self.port = found[0], int(found[1])
                break

    def ask(self, path="/", method="GET", body=None, **heads):
        """An answer: its status, heads and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        with contextlib.closing(connection):
            connection.request(method, path, body, {"host": f"localhost:{self.port}", **heads})
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read().decode()

    def end(self, number=signal.SIGINT):
        """Its exit status after a signal, and what it has said since it served."""
        self.process.send_signal(number)
        return self.ended()

    def ended(self):
        """Its exit status, and what it has said since it served."""
        _, said = self.process.communicate(timeout=_PATIENCE)
        self._watch.cancel()
        return self.process.returncode, said

    def close(self):
        self._watch.cancel()
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


@pytest.fixture
def serve(tmp_path):
    script = tmp_path / "serve.py"
    script.write_text(_LIGHT, "utf-8")
    running = []

    def start(*arguments, **environment):
        running.append(Serving(script, *arguments, **environment))
        return running[-1]

    yield start
    for each in running:
        each.close()


def test_it_tells_its_address_and_answers_there(serve, tmp_path):
    serving = serve(tmp_path / "news.db", "--port", "0")
    status, heads, body = serving.ask()
    assert serving.address.startswith("http://localhost:")
    assert (status, "Nothing is in this store yet" in body) == (200, True)
    assert "server" not in {name.lower() for name in heads}


def test_ctrl_c_ends_it_with_0_and_without_complaint(serve, tmp_path):
    serving = serve(tmp_path / "news.db", "--port", "0")
    serving.ask()
    assert serving.end(signal.SIGINT) == (0, "")


def test_sigterm_ends_it_without_complaint(serve, tmp_path):
    serving = serve(tmp_path / "news.db", "--port", "0")
    serving.ask()
    status, said = serving.end(signal.SIGTERM)
    assert (status in (0, -signal.SIGTERM, 128 + signal.SIGTERM), said) == (True, "")


def test_it_ends_although_a_browser_keeps_its_connection(serve, tmp_path):
    serving = serve(tmp_path / "news.db", "--port", "0")
    with socket.create_connection(("127.0.0.1", serving.port)) as kept:
        kept.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
        kept.recv(100)
        assert serving.end(signal.SIGINT)[0] == 0


def test_nothing_of_what_is_asked_is_told(serve, tmp_path):
    serving = serve(tmp_path / "news.db", "--port", "0")
    serving.ask("/search?q=a-secret-word")
    serving.ask("/nowhere/a-secret-word")
    assert "secret" not in serving.end()[1]


def test_store_that_is_not_there_is_made(serve, tmp_path):
    serving = serve(tmp_path / "news.db", "--port", "0")
    serving.end()
    with RecordStore(tmp_path / "news.db", create=False) as store:
        assert store.stats().counts["articles"] == 0


def test_store_that_is_none_is_told(serve, tmp_path):
    path = tmp_path / "news.db"
    path.write_text("This is a letter and no store.")
    serving = serve(path, "--port", "0")
    assert (serving.ended()[0], serving.address) == (3, "")
    assert "this is no store" in "".join(serving.told)


def test_port_in_use_is_told_with_a_remedy(serve, tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        serving = serve(tmp_path / "news.db", "--port", other.getsockname()[1])
        assert (serving.ended()[0], serving.address) == (2, "")
    assert re.search(r"in use; choose another with --port", "".join(serving.told))


def test_host_that_is_none_is_told(serve, tmp_path):
    serving = serve(tmp_path / "news.db", "--host", "256.1.1.1", "--port", "0")
    assert serving.ended()[0] == 2
    assert "see --host and --port" in "".join(serving.told)


def test_open_address_needs_a_token_and_tells_it(serve, tmp_path):
    serving = serve(tmp_path / "news.db", "--host", "0.0.0.0", "--port", "0")
    line = serving.process.stderr.readline()
    token = re.search(r"needs this token: (\S+)$", line)[1]
    assert len(token) >= 24
    assert serving.ask("/api/stats")[0] == 401
    assert serving.ask("/api/stats", Authorization=f"Bearer {token}")[0] == 200


def test_token_that_was_chosen_is_not_told(serve, tmp_path):
    token = "the-harbour-masters-own-token"
    serving = serve(tmp_path / "news.db", "--host", "0.0.0.0", "--port", "0", ONRECORD_TOKEN=token)
    assert serving.ask("/api/stats", Authorization=f"Bearer {token}")[0] == 200
    assert token not in "".join(serving.told) + serving.end()[1]


def test_short_token_is_refused(serve, tmp_path):
    serving = serve(tmp_path / "news.db", "--host", "0.0.0.0", "--port", "0", ONRECORD_TOKEN="harbour")
    assert (serving.ended()[0], serving.address) == (2, "")
    assert "ONRECORD_TOKEN must have 16 characters or more" in "".join(serving.told)
    assert not (tmp_path / "news.db").exists()


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://localhost:8000/"),
        ("0.0.0.0", "http://localhost:8000/"),
        ("db.example", "http://db.example:8000/"),
        ("2001:db8::1", "http://[2001:db8::1]:8000/"),
        ("::1", "http://[::1]:8000/"),
    ],
)
def test_address_that_is_told_can_be_opened(host, address):
    assert _address(host, 8000) == address


def test_article_is_read_and_kept_by_the_process(serve, tmp_path):
    serving = serve(tmp_path / "news.db", "--port", "0")
    body = '{"text": "Ana Duarte said that the road to the harbour is safe.", "keep": true}'
    status, heads, _ = serving.ask("/api/read", "POST", body, **{"content-type": "application/json"})
    assert status == 200
    assert serving.ask({name.lower(): value for name, value in heads.items()}["location"])[0] == 200


def test_what_another_process_adds_is_seen_at_once(serve, tmp_path):
    serving = serve(tmp_path / "news.db", "--port", "0")
    serving.ask()
    with RecordStore(tmp_path / "news.db") as store:
        store.put(road())
    assert "Road closed" in serving.ask()[2]


_FORM = "multipart/form-data"
_JSON = "application/json"


def _post(path, kind, body):
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


@pytest.mark.parametrize(
    "request_",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: [::1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: \xff\xfe=\xff\r\n\r\n",
        b"GET /%ff%fe%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /search?q=%ff&%00=%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET http://rebound.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET //rebound.example/%2e%2e HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        _post("/read", f"{_FORM}; boundary=x", b"--x\r\n"),
        _post("/read", _FORM, b"abcde"),
        _post("/api/read", _JSON, b"\xff\xfe{"),
        _post("/api/read", f"{_JSON}; charset=none", b"{}"),
    ],
    ids=range(13),
)
def test_odd_request_is_no_fault_of_the_server(serving_once, request_):
    with socket.create_connection(("127.0.0.1", serving_once.port), timeout=_PATIENCE) as line:
        line.sendall(request_)
        status = int(line.recv(64).split(b" ")[1])
    assert status < 500


@pytest.fixture(scope="module")
def serving_once(tmp_path_factory):
    """A process that several tests ask."""
    folder = tmp_path_factory.mktemp("serving")
    script = folder / "serve.py"
    script.write_text(_LIGHT, "utf-8")
    serving = Serving(script, folder / "news.db", "--port", "0")
    yield serving
    serving.close()


def _children(pid):
    """The processes that a process has started."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(stat.read_text().rpartition(")")[2].split()[1]) == pid:
                found.append(int(stat.parent.name))
    return found


def _is_running(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_kill_while_articles_are_being_kept_leaves_a_whole_store(serve, tmp_path):
    path = tmp_path / "news.db"
    serving = serve(path, "--port", "0")
    kept, failed = [], threading.Event()

    def hand_in(first):
        number = first
        while not failed.is_set():
            body = f'{{"text": "Ana Duarte said that lamp number {number} in street {first} is wrong.", "keep": true}}'
            try:
                status, *_ = serving.ask("/api/read", "POST", body, **{"content-type": "application/json"})
            except OSError:
                return
            except http.client.HTTPException:
                return
            if status == 200:
                kept.append(number)
            number += 10

    threads = [threading.Thread(target=hand_in, args=(first,)) for first in range(3)]
    for thread in threads:
        thread.start()
    while len(kept) < 8 and serving.process.poll() is None:
        threads[0].join(0.01)
    serving.process.kill()
    for thread in threads:
        thread.join(_PATIENCE)
    with RecordStore(path, create=False) as store:
        report = store.check()
        assert report.faults == ()
        assert store.stats().counts["articles"] >= len(kept) >= 8


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="there is no /proc")
def test_process_that_reads_ends_with_the_one_that_serves(serve, tmp_path):
    serving = serve(tmp_path / "news.db", "--port", "0")
    serving.ask("/api/read", "POST", f'{{"text": "{ROAD[:75]}"}}', **{"content-type": "application/json"})
    children = _children(serving.process.pid)
    assert children
    serving.process.kill()
    serving.process.wait()
    deadline = time.monotonic() + _PATIENCE
    while any(map(_is_running, children)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [pid for pid in children if _is_running(pid)] == []
