"""Trees of tokens, and the pasts that are kept."""

from xml.etree import ElementTree

from models.bars import draw
from models.kept import KEPT, Kept, shared_length
from models.tree import ROOT, Tree


def test_texts_that_begin_alike_share_their_beginning() -> None:
    tree = Tree()
    first, second, third = tree.add([5, 6, 7]), tree.add([5, 6, 8]), tree.add([6, 7])
    assert first[:2] == second[:2]
    assert len(tree) == 6
    assert [tree.ids[at] for at in third] == [6, 7]
    assert tree.parents[third[0]] == ROOT
    assert [tree.depths[at] for at in second] == [0, 1, 2]


def test_a_text_that_grows_from_a_token_is_as_if_added_from_the_beginning() -> None:
    whole, grown = Tree(), Tree()
    path = whole.add([5, 6, 7, 8])
    trunk = grown.add([5, 6])
    assert grown.add([7, 8], after=trunk[-1]) == path[2:]
    assert (grown.parents, grown.depths) == (whole.parents, whole.depths)


def test_a_token_sees_those_it_grew_from_and_itself() -> None:
    tree = Tree()
    tree.add([5, 6])
    tree.add([5, 7])
    assert tree.sees().tolist() == [
        [True, False, False],
        [True, True, False],
        [True, False, True],
    ]


def test_the_past_with_the_longest_shared_beginning_is_nearest() -> None:
    kept: Kept[str] = Kept()
    assert kept.nearest([1, 2]) == (None, [])
    kept.keep([1, 2, 3], "long")
    kept.keep([1, 9], "short")
    assert kept.nearest([1, 2, 4]) == ("long", [1, 2, 3])
    for number in range(KEPT):
        kept.keep([number + 10], f"new {number}")
    assert kept.nearest([1, 2, 4])[0] not in ("long", "short")


def test_a_past_that_grew_stands_in_its_own_place() -> None:
    kept: Kept[list[int]] = Kept()
    past = [0]
    kept.keep([1], past)
    kept.keep([1, 2], past)
    assert kept.nearest([1, 2]) == (past, [1, 2])
    assert shared_length([[1, 2], [1, 2, 3]]) == 2


def test_bars_are_as_long_as_their_values() -> None:
    drawn = ElementTree.fromstring(draw("Seconds <each>", {"a & b": 2.0, "c": 1.0}))
    bars = [float(bar.attrib["width"]) for bar in drawn if bar.attrib.get("fill") == "#2a6f5b"]
    assert bars[0] == 2 * bars[1] > 0
    assert "a & b" in [text.text for text in drawn]
