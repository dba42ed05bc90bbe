"""Processes that read: in order, as many as are asked for, and whatever becomes of them."""

from __future__ import annotations

import os

import pytest
from light_reader import LightStep, make_light_reader

from onrecord.batch.workers import Workers
from onrecord.errors import ModelError, StepError
from onrecord.pipeline import Reader
from onrecord.reading import make_article
from onrecord.recording import RecordRows

TEXT = "Karl Lindahl said the talks in the old town hall would go on until Sunday. Lamp number {} burned all night."


def articles(number):
    return [(n, make_article(TEXT.format(n))) for n in range(number)]


class FailingStep(LightStep):
    def __call__(self, dossier):
        if "number 7 " in dossier.article.text:
            os._exit(9)  # as a process ends that the system kills for want of memory
        if "number 3 " in dossier.article.text:
            raise ValueError("three")
        return super().__call__(dossier)


def make_failing_reader():
    return Reader(steps=[FailingStep()])


def make_modelless_reader():
    raise ModelError("the model is missing")


@pytest.mark.parametrize("jobs", [1, 2])
def test_records_come_in_the_order_of_their_articles(jobs):
    read = list(Workers(make_light_reader, jobs).read(articles(20)))
    assert [(n, rows.article.text) for n, rows in read] == [(n, TEXT.format(n)) for n in range(20)]


def test_what_has_no_article_is_passed_on_in_its_place():
    items = [("a", None), *articles(8), ("b", None)]
    read = list(Workers(make_light_reader, 2).read(items))
    assert ([item for item, _ in read], read[0][1], read[-1][1]) == (["a", *range(8), "b"], None, None)


def test_a_few_articles_start_no_processes():
    reader_of_this_process = make_light_reader()
    made = []
    workers = Workers(lambda: made.append(1) or reader_of_this_process, 2)  # which no other process could be given
    assert (len(list(workers.read(articles(3)))), made) == (3, [1])


def test_nothing_new_makes_no_reader():
    assert list(Workers(make_modelless_reader, 2).read([("a", None)])) == [("a", None)]


def test_an_article_that_kills_its_process_is_refused_and_the_others_are_read():
    read = dict(Workers(make_failing_reader, 2).read(articles(12)))
    assert (isinstance(read[7], StepError), "died" in read[7].message) == (True, True)
    assert [n for n, rows in read.items() if not isinstance(rows, RecordRows)] == [3, 7]


def test_a_step_that_fails_is_told_from_the_other_process():
    read = dict(Workers(make_failing_reader, 2).read(articles(7)))
    assert (read[3].step, "three" in read[3].message) == ("read_lightly", True)


def test_no_jobs_are_a_mistake():
    with pytest.raises(ValueError, match="1 or more"):
        Workers(make_light_reader, 0)
