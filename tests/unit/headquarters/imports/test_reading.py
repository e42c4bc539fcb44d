import pytest

from chezhan.catalogue.importing.files.reading import RECORD_LIMIT, read_rows, read_shape
from chezhan.catalogue.importing.files.refusals import (
    FileBinary,
    FileEmpty,
    FileEncodingUnknown,
    FileHasZeros,
    FileHeaderOnly,
    FileLineTooLong,
    FileQuoteOpen,
    FileTooManyColumns,
)

CHINESE = "门店,订单号,客户姓名\r\n安和北店,A1,张伟\r\n"


def rows_of(path):
    return list(read_rows(path=path, shape=read_shape(path=path)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_it_reads_chinese_in_every_common_encoding(write, encoding):
    path = write(CHINESE, encoding=encoding)
    assert read_shape(path=path).headers == ("门店", "订单号", "客户姓名")
    assert rows_of(path) == [(2, ["安和北店", "A1", "张伟"], None)]


def test_it_refuses_western_text_that_would_turn_into_rare_hanzi(write):
    path = write("name,city\r\nJérôme,Besançon\r\n", encoding="cp1252")
    with pytest.raises(FileEncodingUnknown) as refusal:
        read_shape(path=path)
    assert refusal.value.params == {"line": 2}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_it_finds_the_delimiter(write, delimiter):
    text = "a,b,c\r\n1,2,3\r\n4,5,6\r\n".replace(",", delimiter)
    assert rows_of(write(text)) == [(2, ["1", "2", "3"], None), (3, ["4", "5", "6"], None)]


def test_it_follows_excels_own_hint_and_does_not_count_it_as_a_row(write):
    assert rows_of(write("sep=;\r\na;b\r\n1,5;2\r\n")) == [(2, ["1,5", "2"], None)]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF document"),
        (b"PK\x03\x04....xl/workbook.xml", "an Excel workbook (.xlsx)"),
        (b"PK\x03\x04....notes.txt", "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 ", "an old Excel workbook (.xls)"),
        (b"\x89PNG\r\n\x1a\n....", "a PNG picture"),
        (b"\xef\xbb\xbf\r\n<HTML><table>", "a web page (HTML)"),
    ],
)
def test_it_names_what_is_not_text(write, content, kind):
    with pytest.raises(FileBinary) as refusal:
        read_shape(path=write(content))
    assert refusal.value.params == {"kind": kind}


@pytest.mark.parametrize("content", [b"", b" \r\n\r\n\t", b"\xef\xbb\xbf", b",,,\r\n,,\r\n"])
def test_it_refuses_an_empty_file(write, content):
    with pytest.raises(FileEmpty):
        read_shape(path=write(content))


def test_it_refuses_a_file_without_rows(write):
    with pytest.raises(FileHeaderOnly):
        read_shape(path=write("a,b,c\r\n,,\r\n\r\n"))


def test_it_refuses_zeros_after_one_block_of_a_long_file(write, tmp_path):
    path = tmp_path / "zeros.csv"
    with path.open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(FileHasZeros) as refusal:
        read_shape(path=path)
    assert refusal.value.params == {"line": 1}


def test_it_says_in_which_line_a_zero_byte_is(write):
    with pytest.raises(FileHasZeros) as refusal:
        read_shape(path=write(b"a,b\r\n1,2\r\n3,\x004\r\n"))
    assert refusal.value.params == {"line": 3}


def test_it_refuses_a_row_without_end(write):
    with pytest.raises(FileLineTooLong) as refusal:
        rows_of(write("a,b\r\n1,2\r\n" + "x" * RECORD_LIMIT + "\r\n"))
    assert refusal.value.params["row"] == 3


def test_it_says_where_a_quote_was_left_open(write):
    with pytest.raises(FileQuoteOpen) as refusal:
        rows_of(write('a,b\r\n1,2\r\n3,"4\r\n5,6\r\n'))
    assert refusal.value.params == {"row": 3}


def test_it_refuses_too_many_columns(write):
    with pytest.raises(FileTooManyColumns):
        read_shape(path=write(",".join(f"c{i}" for i in range(201)) + "\r\n1\r\n"))


def test_it_names_blank_headers_trims_them_and_keeps_duplicates_apart(write):
    shape = read_shape(path=write("Name ,Name,,Phone,\r\n1,2,3,4,5\r\n"))
    assert shape.headers == ("Name", "Name (2)", "column 3", "Phone")
    assert ("Name ", "Name") in shape.renamed
    assert ("Phone", "Phone") not in shape.renamed


def test_row_numbers_are_those_of_a_spreadsheet(write):
    text = '\r\na,b\r\n\r\n"two\r\nlines",1\r\n ,\r\n3,4\r\n'
    assert [row for row, _, _ in rows_of(write(text))] == [4, 6]


def test_a_row_of_another_width_is_marked_and_the_next_is_sound(write):
    text = "a,b,c\r\n1,2\r\n1,2,3,4\r\n1,2,3,,\r\n1,2,3\r\n"
    assert rows_of(write(text)) == [
        (2, ["1", "2"], "ragged_row"),
        (3, ["1", "2", "3", "4"], "ragged_row"),
        (4, ["1", "2", "3"], None),
        (5, ["1", "2", "3"], None),
    ]


def test_a_misplaced_quote_spoils_its_row_alone(write):
    rows = rows_of(write('a,b\r\n"1"x,2\r\n3,4\r\n'))
    assert rows == [(2, ['"1"x,2'], "bad_quotes"), (3, ["3", "4"], None)]
