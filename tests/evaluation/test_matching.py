from evaluation.matching import overlap, right_flags


def attribution(content, cue=((20, 24),), source=((15, 19),)):
    return {"source": source, "cue": cue, "content": content}


def test_overlap_is_intersection_over_union():
    assert overlap(((0, 10),), ((5, 15),)) == 5 / 15


def test_a_prediction_like_the_gold_is_right():
    gold = attribution(((0, 14),))
    assert right_flags([gold], [gold]) == [True]


def test_a_source_where_the_gold_has_none_is_wrong():
    assert right_flags([attribution(((0, 14),))], [attribution(((0, 14),), source=())]) == [False]


def test_a_cue_elsewhere_is_wrong():
    assert right_flags([attribution(((0, 14),), cue=((40, 44),))], [attribution(((0, 14),))]) == [False]


def test_one_gold_attribution_is_found_but_once():
    gold = attribution(((0, 14),))
    assert right_flags([gold, gold], [gold]).count(True) == 1
