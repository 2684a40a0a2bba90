"""How texts are laid out for the reader."""

from models.prompt import Brand, Brief, Turn
from models.reader.layouts import COMMENT, alone, around, tokenizer, tokens
from models.reader.shape import END, THEM, US


def test_the_comment_comes_first_and_its_end_is_known() -> None:
    brief = Brief(
        comment="Is it open?",
        brand=Brand("Alder", "a swimming pool"),
        thread=(Turn("us", "Hello!"), Turn("them", "Hi")),
        facts=("Open from 9 to 17.",),
    )
    layout = around(brief)
    assert layout.ids[0] == THEM
    assert layout.ids[layout.own - 1] == END
    assert tokenizer().decode(list(layout.ids[1 : layout.own - 1])) == "Is it open?"
    rest = tokenizer().decode(list(layout.ids[layout.own :]), skip_special_tokens=True)
    assert rest == "Hello!HiOpen from 9 to 17.a swimming pool"
    assert layout.ids[layout.own] == US


def test_a_text_alone_says_who_speaks() -> None:
    assert alone("Open?", THEM)[1:] == alone("Open?", US)[1:]
    assert alone("Open?", THEM)[0] == THEM


def test_of_a_long_text_the_beginning_and_the_end_are_read() -> None:
    text = " ".join(f"word{index}" for index in range(400))
    ids = tokens(text, COMMENT)
    assert len(ids) == COMMENT
    read = tokenizer().decode(list(ids))
    assert read.startswith("word0 word1")
    assert read.endswith("word399")
