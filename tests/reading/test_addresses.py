import gzip
import shutil
import ssl
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.errors import Refused
from onrecord.reading import Network, ReadingOptions
from onrecord.reading.addresses import fetch

# generous: a busy machine must fail no test; the tests of time-outs set their own
PRIVATE = ReadingOptions(allow_private=True)
PUBLIC = ReadingOptions()


def refusal(*arguments, **options):
    with pytest.raises(Refused) as refused:
        fetch(*arguments, **options)
    return refused.value


def test_the_answer_says_what_and_where_it_is(site):
    site.serve("/a?b=c", "text", kind='Text/HTML; Charset="utf-8"')
    answer = fetch(site.url("/a?b=c#part"), PRIVATE)
    assert (answer.data, answer.url, answer.kind, answer.charset) == (b"text", site.url("/a?b=c"), "text/html", "utf-8")


def test_this_machine_is_not_asked_unless_allowed(site):
    refused = refusal(site.url("/"), PUBLIC)
    assert (refused.reason, site.asked) == ("forbidden-address", [])


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0"])
def test_this_machine_is_known_by_all_its_names(site, host):
    assert refusal(site.url("/", host=host), PUBLIC).reason == "forbidden-address"


def test_the_checked_address_is_asked_under_the_hosts_name(site):
    site.serve("/", "text")
    answer = fetch(site.url("/", host="news.example"), PUBLIC, network=site.network)
    assert (answer.data, site.asked, site.resolved) == (
        b"text", [("/", f"news.example:{site.port}")], ["news.example"],
    )  # fmt: skip


def test_one_private_address_among_public_ones_is_enough_to_refuse(site):
    site.hosts["news.example"] = ["93.184.216.34", "10.0.0.1"]
    refused = refusal(site.url("/", host="news.example"), PUBLIC, network=site.network)
    assert (refused.reason, site.asked) == ("forbidden-address", [])


def test_a_name_is_resolved_once_so_that_it_cannot_change_its_answer(site):
    site.serve("/", "text")
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    network = Network(resolve=lambda *_: next(answers), dial=site.network.dial)
    fetch(site.url("/", host="news.example"), PUBLIC, network=network)
    assert next(answers) == ["127.0.0.1"]  # never asked for


def test_the_next_address_is_tried_where_one_does_not_answer(site):
    site.serve("/", "text")
    site.hosts["news.example"] = ["203.0.114.1", "93.184.216.34"]
    doors = {"203.0.114.1": ("127.0.0.1", 1), "93.184.216.34": ("127.0.0.1", site.port)}
    network = Network(resolve=site.network.resolve, dial=lambda address, _: doors[address])
    assert fetch(site.url("/", host="news.example"), PUBLIC, network=network).data == b"text"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(site, status):
    site.redirect("/old", "/new", status=status)
    site.serve("/new", "text")
    assert fetch(site.url("/old"), PRIVATE).url == site.url("/new")


@pytest.mark.parametrize(
    "to", ["http://private.example/", "http://127.0.0.1/", "http://[::1]/", "//169.254.169.254/latest/meta-data"]
)
def test_a_redirect_into_a_private_network_is_refused(site, to):
    site.hosts.update({"127.0.0.1": ["127.0.0.1"], "::1": ["::1"], "169.254.169.254": ["169.254.169.254"]})
    site.redirect("/", to)
    refused = refusal(site.url("/", host="news.example"), PUBLIC, network=site.network)
    assert (refused.reason, len(site.asked)) == ("forbidden-address", 1)


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://news.example/", "http://user:word@news.example/", "http://[/"]
)
def test_a_redirect_to_something_else_than_a_web_address_is_refused(site, to):
    site.redirect("/", to)
    assert refusal(site.url("/"), PRIVATE).reason == "forbidden-address"


def test_a_redirect_that_never_ends_is_given_up(site):
    site.redirect("/", "/")
    refused = refusal(site.url("/"), PRIVATE)
    assert (refused.reason, refused.message, len(site.asked)) == ("network", "more than 5 redirects", 6)


def test_redirects_can_be_forbidden(site):
    site.redirect("/", "/new")
    assert (
        refusal(site.url("/"), ReadingOptions(allow_private=True, max_redirects=0)).message == "more than 0 redirects"
    )


@pytest.mark.parametrize(
    ("status", "said"), [(404, "404 Not Found"), (500, "500 Internal Server Error"), (304, "304 Not")]
)
def test_an_error_status_is_refused_by_its_number(site, status, said):
    site.serve("/", "text", status=status)
    refused = refusal(site.url("/"), PRIVATE)
    assert (refused.reason, refused.message.startswith(f"the server answered {said}")) == ("network", True)


@pytest.mark.parametrize(
    "address",
    ["ftp://news.example/", "file:///etc/passwd", "http://", "http://user@news.example/", "http://a:b@127.0.0.1/",
     "https://news.example:99999/", "http://[::1", "gopher://x", "http:///path", "news.example"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(address):
    assert refusal(address, PRIVATE).reason == "forbidden-address"


def test_a_password_is_not_repeated_in_the_refusal():
    assert "secret" not in str(refusal("http://user:secret@news.example/", PRIVATE))


def test_an_unknown_host_is_a_refusal(site):
    refused = refusal("http://nowhere.example/", PUBLIC, network=site.network)
    assert (refused.reason, refused.message) == ("network", "the host nowhere.example was not found")


def test_a_closed_port_is_a_refusal():
    assert refusal("http://127.0.0.1:1/", PRIVATE).reason == "network"


def test_an_answer_over_the_limit_is_refused_before_it_is_read(site):
    site.serve("/", b"x" * 5_000)
    options = ReadingOptions(allow_private=True, max_bytes=4_999)
    assert refusal(site.url("/"), options).reason == "too-large"


def test_an_answer_that_does_not_say_its_size_is_cut_off_at_the_limit(site):
    def pour(request):
        request.send_response(200)
        request.end_headers()
        while True:
            request.wfile.write(b"x" * 10_000)

    site.answers["/"] = pour
    assert refusal(site.url("/"), ReadingOptions(allow_private=True, max_bytes=100_000)).reason == "too-large"


def test_a_small_answer_that_unpacks_to_a_large_one_is_refused(site):
    site.serve("/", gzip.compress(b"x" * 5_000_000), Content_Encoding="gzip")
    assert refusal(site.url("/"), ReadingOptions(allow_private=True, max_bytes=100_000)).reason == "too-large"


def test_a_packed_answer_is_unpacked(site):
    site.serve("/", gzip.compress(b"text"), Content_Encoding="gzip")
    assert fetch(site.url("/"), PRIVATE).data == b"text"


def test_a_damaged_packing_is_refused(site):
    site.serve("/", b"no gzip at all", Content_Encoding="gzip")
    assert refusal(site.url("/"), PRIVATE).reason == "unreadable"


def test_an_answer_that_breaks_off_is_refused(site):
    site.serve("/", "text", Content_Length="4000")
    assert refusal(site.url("/"), PRIVATE).reason == "network"


def test_a_server_that_says_nothing_is_given_up(site):
    site.answers["/"] = lambda _: time.sleep(10)
    assert (
        refusal(site.url("/"), ReadingOptions(allow_private=True, read_timeout=0.3)).message
        == "no answer within 0.3 seconds"
    )


@pytest.mark.parametrize("drip", [b"x", b"X-Drip: 1\r\n"], ids=["body", "headers"])
def test_a_server_that_drips_is_given_up_in_time(site, drip):
    def answer(request):
        request.wfile.write(b"HTTP/1.1 200 OK\r\n" if b":" in drip else b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(200):
            request.wfile.write(drip)
            time.sleep(0.05)

    site.answers["/"] = answer
    started = time.monotonic()
    refused = refusal(site.url("/"), ReadingOptions(allow_private=True, read_timeout=5, total_timeout=0.4))
    assert (refused.message, time.monotonic() - started < 8) == ("the answer took over 0.4 seconds", True)


def test_an_answer_that_is_no_http_is_refused(site):
    site.answers["/"] = lambda request: request.wfile.write(b"220 mail.example ESMTP\r\n")
    assert refusal(site.url("/"), PRIVATE).reason == "network"


def test_a_proxy_of_the_environment_is_not_used(site, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    site.serve("/", "text")
    assert fetch(site.url("/"), PRIVATE).data == b"text"


@pytest.fixture(scope="module")
def secure(tmp_path_factory):
    """A TLS server whose certificate is of news.example, and the TLS context that trusts it."""
    program = shutil.which("openssl")
    if not program:
        pytest.skip("openssl is not installed")
    folder = tmp_path_factory.mktemp("tls")
    request = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=news.example -addext subjectAltName=DNS:news.example"
    made = subprocess.run(
        [program, *request.split(), "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("this openssl makes no such certificate")

    names = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"text")

        def log_message(self, *_):
            pass

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *_):
            pass

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    context.sni_callback = lambda _, name, __: names.append(name)
    server = Quiet(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    port = server.server_address[1]
    network = Network(
        resolve=lambda *_: ["93.184.216.34"],
        dial=lambda *_: ("127.0.0.1", port),
        trust=lambda: ssl.create_default_context(cafile=str(folder / "cert.pem")),
    )
    yield network, names
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_certificate_is_checked_for_the_hosts_name_not_the_address(secure):
    network, names = secure
    answer = fetch("https://news.example/", PUBLIC, network=network)
    assert (answer.data, names[-1]) == (b"text", "news.example")


def test_a_certificate_of_another_name_is_refused(secure):
    network, _ = secure
    assert (
        refusal("https://other.example/", PUBLIC, network=network).message == "the server's certificate is not trusted"
    )


def test_a_certificate_that_nobody_vouches_for_is_refused(secure):
    network, _ = secure
    strict = Network(resolve=network.resolve, dial=network.dial)
    assert refusal("https://news.example/", PUBLIC, network=strict).message == "the server's certificate is not trusted"
