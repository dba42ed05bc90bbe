"""A text to read, and a web server on this machine that does as each test tells it."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.reading import Network

ARTICLE = (
    "ARDALE — The mayor of Ardale, Ana Duarte, said on Monday that she would resign if the council passed the budget.\n"
    "\n"
    "“I have done what I could,” she told reporters. “It is time for others.”\n"
    "\n"
    "The council’s clerk, Jon Reed, denied that there had been a quarrel. The vote is to be held on Friday.\n"
)
PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Mayor may resign | The Ardale Gazette</title>
<meta property="og:site_name" content="The Ardale Gazette">
<link rel="canonical" href="https://gazette.example/2031/03/mayor">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "Mayor may resign", "datePublished": "2031-03-03T18:30:00Z", "dateModified": "2031-03-09",
 "author": [{"@type": "Person", "name": "Jane Roe"}, {"@type": "Person", "name": "John Doe"}]}</script>
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Mayor may resign</h1>
<p>The mayor of <a href="/ardale">Ardale</a>, Ana Duarte, said on <em>Monday</em> that she would resign if the council
passed the budget.</p>
<h2>“It is time”</h2>
<p>“I have done what I could,” she told reporters. “It is time for others.”</p>
<ul><li>The council’s clerk, Jon Reed, denied that there had been a quarrel.</li><li>The vote is on Friday.</li></ul>
</article><footer>Copyright 2031 The Ardale Gazette</footer></body></html>"""

Answering = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A server whose paths are answered by functions, and a network that leads every public address to it."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.port = server.server_address[1]
        self.answers: dict[str, Answering] = {}
        self.asked: list[tuple[str, str]] = []
        self.hosts = {"news.example": ["93.184.216.34"], "private.example": ["10.0.0.7"]}
        self.resolved: list[str] = []

    def url(self, path: str = "/", *, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def serve(
        self, path: str, body: bytes | str, *, kind: str = "text/plain", status: int = 200, **headers: str
    ) -> None:
        data = body if isinstance(body, bytes) else body.encode()

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            request.send_header("Content-Type", kind)
            headers.setdefault("Content_Length", str(len(data)))
            for name, value in headers.items():
                request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            request.wfile.write(data)

        self.answers[path] = answer

    def redirect(self, path: str, to: str, *, status: int = 302) -> None:
        self.serve(path, "", status=status, Location=to)

    @property
    def network(self) -> Network:
        def resolve(host: str, port: int, timeout: float) -> list[str]:
            self.resolved.append(host)
            if host not in self.hosts:
                raise OSError(f"no such host: {host}, port {port}, in {timeout} s")
            return self.hosts[host]

        return Network(resolve=resolve, dial=lambda _, port: ("127.0.0.1", port))


@pytest.fixture(scope="session")
def server() -> Iterator[tuple[ThreadingHTTPServer, list[Site]]]:
    current: list[Site] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site = current[-1]
            site.asked.append((self.path, self.headers.get("Host", "")))
            answer = site.answers.get(self.path)
            try:
                if answer is None:
                    self.send_error(404)
                else:
                    answer(self)
            except OSError:
                pass  # the reader has hung up, as some tests want it to

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server, current
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def site(server: tuple[ThreadingHTTPServer, list[Site]]) -> Site:
    made = Site(server[0])
    server[1].append(made)
    return made


@pytest.fixture
def article_text() -> str:
    return ARTICLE


@pytest.fixture
def page() -> str:
    return PAGE
