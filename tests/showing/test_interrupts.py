"""Signals that wait until a record is written."""

from __future__ import annotations

import signal

import pytest

from onrecord.showing.interrupts import Interrupted, Interrupts


def test_a_signal_interrupts_at_once():
    with Interrupts(), pytest.raises(Interrupted):
        signal.raise_signal(signal.SIGINT)


def test_a_signal_waits_for_the_end_of_what_is_held():
    done = []
    with Interrupts() as interrupts, pytest.raises(Interrupted), interrupts.held():  # noqa: PT012 - that is the point
        signal.raise_signal(signal.SIGINT)
        done.append("written")
    assert done == ["written"]


def test_a_second_signal_does_not_wait():
    done = []
    with Interrupts() as interrupts, pytest.raises(Interrupted), interrupts.held():  # noqa: PT012 - that is the point
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        done.append("written")
    assert done == []


def test_the_signal_is_known():
    with Interrupts(), pytest.raises(Interrupted) as caught:
        signal.raise_signal(signal.SIGTERM)
    assert caught.value.signal == signal.SIGTERM


def test_handlers_are_put_back():
    before = signal.getsignal(signal.SIGINT)
    with Interrupts():
        pass
    assert signal.getsignal(signal.SIGINT) is before


def test_an_ignored_signal_stays_ignored():
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with Interrupts():
            assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGTERM, before)
