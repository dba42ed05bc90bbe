import pytest

from onrecord.errors import Refused
from onrecord.reading.networks import check_address, resolve_host


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_a_public_address_may_be_asked(address):
    check_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",  # loopback, private
        "169.254.169.254", "fe80::1%eth0", "100.64.0.1", "0.0.0.0", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "192.0.2.1", "198.18.0.1", "::1", "::", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::7f00:1", "2002:7f00:1::", "64:ff9b::7f00:1",  # IPv4 inside
        "2001:0:4136:e378:8000:63bf:3fff:fdd2", "localhost", "",
    ],
)  # fmt: skip
def test_an_address_that_not_all_can_reach_may_not(address):
    with pytest.raises(Refused) as refused:
        check_address(address)
    assert refused.value.reason == "forbidden-address"


def test_a_numeral_for_this_machine_is_seen_through():
    assert resolve_host("2130706433", 80, 5.0) == ["127.0.0.1"]


def test_a_host_that_is_none_is_an_error():
    with pytest.raises(OSError, match="no valid name"):
        resolve_host("a" * 100 + ".example", 80, 5.0)


def test_a_resolver_that_hangs_is_left_behind(monkeypatch):
    import threading

    never = threading.Event()
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: [never.wait(5)][1:])
    with pytest.raises(TimeoutError):
        resolve_host("news.example", 80, 0.05)
    never.set()
