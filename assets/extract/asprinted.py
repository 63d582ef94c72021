"""The lines of a text as its report prints them: what programs and mails did to them is undone, one step after the other.

Each step knows one thing that is done to texts on their way. Does not belong here: the steps themselves (formats/, undone/),
and anything that asks what the lines say of the form.
"""

from __future__ import annotations

from collections.abc import Callable

from assets.extract.byname.quotedrows import SIGNS as QUOTED
from assets.extract.byname.quotedrows import with_labels_alone
from assets.extract.formats.accessibility import with_tables_of_trees
from assets.extract.formats.baretags import with_tabs_for_bare_tags
from assets.extract.formats.blockdocuments import with_blocks_as_page
from assets.extract.formats.blocks import without_tags
from assets.extract.formats.boxedpieces import with_boxes_on_lines
from assets.extract.formats.bracketedcells import SIGNS, with_bars_for_brackets
from assets.extract.formats.bracketedlabels import with_rows_of_labels
from assets.extract.formats.bulletedlines import without_points, without_points_of_rows
from assets.extract.formats.cellendmarks import without_breaks_at_ends
from assets.extract.formats.cellmarks import with_ends_of_tables
from assets.extract.formats.cellstyles import without_styles_of_cells
from assets.extract.formats.contextgroups import without_groups
from assets.extract.formats.dataframes import with_tabs_for_columns, without_numbers_of_one_column
from assets.extract.formats.difflines import without_old_lines
from assets.extract.formats.elements import as_paragraphs
from assets.extract.formats.escapedtags import with_tags_unescaped
from assets.extract.formats.escapes import with_characters
from assets.extract.formats.everyline import without_additions
from assets.extract.formats.framenames import SIGNS as FRAMES
from assets.extract.formats.framenames import without_frame_names
from assets.extract.formats.frontmatter import without_front_matter
from assets.extract.formats.gluednumbers import without_glued_numbers
from assets.extract.formats.groupedcells import with_groups_as_cells
from assets.extract.formats.hidingrules import with_rules_inline
from assets.extract.formats.indesign import with_cells_as_page
from assets.extract.formats.inserts import with_tables_of_database
from assets.extract.formats.jsontables import with_tables_of_document
from assets.extract.formats.latexpages import without_pages_tables
from assets.extract.formats.marks import without_marks
from assets.extract.formats.mime import decoded
from assets.extract.formats.namedcells import with_rows_of_named_cells
from assets.extract.formats.namedelements import with_named_figures
from assets.extract.formats.namedrecords import with_long_tables
from assets.extract.formats.nestedrecords import without_braces
from assets.extract.formats.opendocument import with_tags_of_page
from assets.extract.formats.ownelements import with_names_of_page
from assets.extract.formats.pagesofxml import with_lines_of_pages
from assets.extract.formats.placedrecords import SIGNS as PLACES
from assets.extract.formats.placedrecords import with_tables_of_records
from assets.extract.formats.placedtext import without_places
from assets.extract.formats.quotedcells import with_quotes_by_tabs
from assets.extract.formats.quotedformulas import without_formulas
from assets.extract.formats.recordelements import with_rows_as_page
from assets.extract.formats.reprcells import without_quotes_of_cells
from assets.extract.formats.rowattributes import with_labels_of_attributes
from assets.extract.formats.rtfrows import with_rows_of_cells
from assets.extract.formats.scripts import out_of_scripts
from assets.extract.formats.spans import without_spans
from assets.extract.formats.spokencells import with_rows_of_places
from assets.extract.formats.trofflines import without_requests
from assets.extract.formats.tuplenames import with_own_names
from assets.extract.formats.unknownelements import with_rows_of_unknown_names
from assets.extract.formats.wholecharacters import whole_characters
from assets.extract.formats.wordxml import with_tags_of_word
from assets.extract.numbers import UNITS
from assets.extract.readers.separated.tabcells import without_tabs_of_lost_rows
from assets.extract.undone.bars.barfirst import with_bars_behind
from assets.extract.undone.bars.blankrowends import with_rows_by_blanks
from assets.extract.undone.bars.brokenbarrows import with_rows_filled_up
from assets.extract.undone.bars.escapedrows import with_escaped_rows_apart
from assets.extract.undone.bars.foldednames import with_names_unfolded
from assets.extract.undone.bars.seenlines import without_seen_lines
from assets.extract.undone.bars.strokes import without_strokes
from assets.extract.undone.bars.tabbedbars import with_bars_alone
from assets.extract.undone.bars.thinrules import with_whole_rules
from assets.extract.undone.bars.unevengaps import without_uneven_gaps
from assets.extract.undone.frames.dottedframes import with_bars_for_colons
from assets.extract.undone.frames.drawnacross import without_lines_across
from assets.extract.undone.frames.foldedboxes import with_boxes_unfolded
from assets.extract.undone.frames.framedrows import without_frames
from assets.extract.undone.frames.onecell import without_walls
from assets.extract.undone.frames.openframes import SIGNS as OPEN_FRAMES
from assets.extract.undone.frames.openframes import with_edges_drawn
from assets.extract.undone.lines.foldedflow import without_folds
from assets.extract.undone.lines.listedfigures import with_listed_figures_apart
from assets.extract.undone.lines.lostnumbers import with_figures_apart
from assets.extract.undone.lines.pageitems import with_items_on_lines
from assets.extract.undone.lines.rowsinparagraph import with_rows_on_lines
from assets.extract.undone.lines.runonheadings import with_headings_apart
from assets.extract.undone.lines.runontitles import with_titles_apart
from assets.extract.undone.lines.struck import without_second_lines, without_second_strikes
from assets.extract.undone.lines.tabbedstream import with_pieces_on_lines
from assets.extract.undone.lines.unfold import unfold
from assets.extract.undone.lines.wrappedrows import with_page_marks_whole, with_rows_whole
from assets.extract.undone.lines.wrappedtable import with_paragraphs_whole
from assets.extract.undone.numbering.countedframe import without_counts
from assets.extract.undone.numbering.linenumbers import without_line_numbers
from assets.extract.undone.numbering.numberedblanks import without_numbered_blanks
from assets.extract.undone.numbering.rowindex import without_row_index
from assets.extract.undone.numbering.rownumbers import with_row_numbers
from assets.extract.undone.numbering.scatteredserials import without_scattered_serials
from assets.extract.undone.numbering.serialcells import NAMES as SERIALS
from assets.extract.undone.numbering.serialcells import without_serial_cells
from assets.extract.undone.numbering.serials import without_serials
from assets.extract.undone.pages.cutlabels import SIGNS as CELLS
from assets.extract.undone.pages.cutlabels import with_labels_over_pages
from assets.extract.undone.pages.headsofpages import SIGNS as HEADS
from assets.extract.undone.pages.headsofpages import with_marks_for_heads
from assets.extract.undone.signs.handsigns import with_tabs_for_hand_signs
from assets.extract.undone.signs.headersigns import with_tabs_of_headers
from assets.extract.undone.signs.leaders import SIGNS as LEADERS
from assets.extract.undone.signs.leaders import without_leaders
from assets.extract.undone.signs.rarecells import with_tabs
from assets.extract.undone.signs.rowstops import without_stops
from assets.extract.undone.signs.voidsigns import without_void_signs
from assets.extract.undone.signs.wallsalone import with_plain_bars
from assets.extract.undone.signs.wrapped import without_wraps
from assets.extract.undone.spaces.everyspace import with_plain_spaces
from assets.extract.undone.spaces.lonetabs import without_lone_tabs
from assets.extract.undone.spaces.lostrowbreaks import with_rows_apart
from assets.extract.undone.spaces.paragraphcells import with_cells_by_lines
from assets.extract.undone.spaces.seenblanks import with_blank_cells
from assets.extract.undone.spaces.seenparagraphs import without_seen_paragraphs
from assets.extract.undone.spaces.spacing import (
    without_double_spacing,
    without_indent,
    without_marks_of_no_width,
    without_pinyin,
    without_tabs_of_source,
)
from assets.extract.undone.spaces.tabsofblanks import with_lines_for_blanks
from assets.extract.undone.spaces.widegaps import without_wide_gaps
from assets.extract.undone.spaces.widequotes import SIGNS as WIDE
from assets.extract.undone.spaces.widequotes import with_wide_quotes
from assets.extract.undone.spaces.wordtabs import without_tabs_of_words
from assets.extract.undone.words.aroundfigures import with_labels_before_figures
from assets.extract.undone.words.besidegroup import with_labels_beside_groups
from assets.extract.undone.words.brokenlabels import with_whole_labels
from assets.extract.undone.words.groupinfront import with_rows_without_groups
from assets.extract.undone.words.lostletters import with_lost_letters
from assets.extract.undone.words.regionalwords import with_words_of_the_form
from assets.extract.undone.words.splitatslash import with_labels_over_slash
from assets.extract.undone.words.translations import without_translations
from assets.extract.undone.words.unitsalone import with_units_beside
from assets.extract.undone.words.uprightwords import with_words_in_line
from assets.extract.whose.foldedtitles import with_titles_unfolded

# Before each step the characters or texts one of which must stand somewhere in a text for the step to do anything, None where
# any text may need it: most steps need not be taken with most texts. These keep the lines apart as they are.
_IN_LINES: tuple[tuple[str | tuple[str, ...] | None, Callable[[list[str]], list[str]]], ...] = (
    (("@@ -",), without_old_lines),
    (("---\n",), without_front_matter),
    (("<style", "<STYLE"), with_rules_inline),
    ("\u00a0", with_plain_spaces),
    (("資訊公開", "资讯公开"), with_words_of_the_form),
    (HEADS, with_marks_for_heads),
    (("/tr",), with_tabs_for_bare_tags),
    (("\n.",), without_requests),
    (("{\\",), without_groups),
    (("\\begin{",), without_pages_tables),
    (("(((",), with_groups_as_cells),
    (("cell",), with_rows_of_cells),
    (("\\ ",), without_breaks_at_ends),
    (("* ", "• ", "· ", "● ", "▪ ", "◦ ", "‣ ", "○ ", "■ "), without_points_of_rows),
    (("总计 |", "总计|"), with_names_unfolded),
    ("|", with_rows_by_blanks),
    (("；",), without_stops),
    (QUOTED, with_labels_alone),
    (OPEN_FRAMES, with_edges_drawn),
    (("申请人情况",), without_void_signs),
    ("|｜", with_rows_filled_up),
    (("ell", "header"), with_tables_of_trees),
    (None, with_rows_of_places),
    (PLACES, with_tables_of_records),
    (('="', "='"), with_long_tables),
    (("INTO", "into"), with_tables_of_database),
    (("$", "`", "\\(", "<", "*", "_"), without_styles_of_cells),
    ("<", without_frames),
    (("]{",), without_spans),
    (("\"('",), with_own_names),
    (FRAMES, without_frame_names),
    ("*", without_lines_across),
    ("|｜", without_seen_lines),
    (("<loc_",), without_places),
    (SIGNS, with_bars_for_brackets),
    ("【[「〖", with_rows_of_labels),
    (("| '", "|'", '| "', '|"', "│ '", "│'"), without_quotes_of_cells),
    (("<nl>",), with_ends_of_tables),
    ("|｜", without_strokes),
    (("\t\t", "|", "｜", "丨"), without_uneven_gaps),
    ("|｜│¦┃║", with_bars_alone),
    ("|｜", with_bars_behind),
    ((",,,", "\t\t\t", "|"), without_numbered_blanks),
    ((",0", "|"), without_counts),
    (("\n0  ",), without_numbers_of_one_column),
    (("  ",), with_tabs_for_columns),
    (WIDE, with_wide_quotes),
    (("+--",), without_walls),
    (('="',), without_formulas),
    (None, without_additions),
    (None, without_glued_numbers),
    (None, without_points),
    (None, without_wraps),
    (" \t", without_indent),
    ("\t", without_tabs_of_source),
    ("\t", without_lone_tabs),
    ("\t", with_rows_whole),
    (("| |",), with_paragraphs_whole),
    (("—\t", "–\t", "―\t", "－\t", "-\t"), with_page_marks_whole),
    ("\t", without_tabs_of_words),
    ("\t", without_tabs_of_lost_rows),
    ("(（[", without_pinyin),
    (None, without_translations),
    (("\n/", "\n ", "\n／"), with_labels_over_slash),
    ("\ufffd", with_lost_letters),
    (CELLS, with_labels_over_pages),
    ("\t|｜", with_whole_labels),
    ((" （", " ("), with_labels_beside_groups),
    (("开 ", "供 ", "理 "), with_rows_without_groups),
    (("0  ", "1  ", "2  ", "3  ", "4  ", "5  ", "6  ", "7  ", "8  ", "9  "), with_labels_before_figures),
    (tuple(f"\n{unit}" for unit in sorted(UNITS)), with_units_beside),
    (None, with_row_numbers),
    (("序号", "行次", "编号"), without_serials),
    (("序", "行次", "编号"), without_line_numbers),
    (("序", "行次", "编号"), without_scattered_serials),
    ("\t|,", without_row_index),
    (None, with_figures_apart),
    ('"', with_quotes_by_tabs),
    (None, with_tabs),
    (None, with_tabs_for_hand_signs),
    (None, with_tabs_of_headers),
    ("│¦┃║", with_plain_bars),
    ("|", with_whole_rules),
    (("....",), with_bars_for_colons),
    (LEADERS, without_leaders),
    (("依次", "顺序"), with_listed_figures_apart),
    (("告告", "况况"), without_second_strikes),
    (("况\n一、", "况\n二、", "况\n三、", "况\n四、"), without_second_lines),
    ("告", with_titles_unfolded),
)
# These take lines out or cut them: each gives the lines and the number of each before it, None where all kept theirs.
_OF_LINES: tuple[
    tuple[str | tuple[str, ...] | None, Callable[[list[str]], tuple[list[str], list[int] | None]]], ...
] = (
    (("\n\u00a0", "\n\u3000", "\n "), without_seen_paragraphs),
    (("\\| --", "\\|--", "\\| :-", "\\|:-"), with_escaped_rows_apart),
    (("+-", "┬", "╦", "╤"), with_boxes_unfolded),
    (("   ",), with_items_on_lines),
    ("\t", with_pieces_on_lines),
    (None, without_double_spacing),
    (("\n\n\n\n\n\n\n", "\r\n\r\n\r\n\r\n\r\n\r\n\r\n"), without_wide_gaps),
    (None, as_paragraphs),
    (None, without_braces),
    ("<", with_named_figures),
    (("<script", "<SCRIPT"), out_of_scripts),
    (("</",), without_tags),
    ("\\&%", with_tags_unescaped),
    ("\u00a0", with_blank_cells),
    (("\n\t\t",), with_lines_for_blanks),
    (SERIALS, without_serial_cells),
    ("\t", with_words_in_line),
    ("\t", with_cells_by_lines),
    ("\t", with_rows_apart),
    (("。",), with_rows_on_lines),
    (None, without_folds),
    (None, unfold),
    (("大",), with_titles_apart),
    ("、", with_headings_apart),
)
# Documents whose elements are set out as those of a page.
_AS_PAGES = (
    with_tags_of_word,
    with_tags_of_page,
    with_names_of_page,
    with_cells_as_page,
    with_rows_of_named_cells,
    with_rows_as_page,
    with_labels_of_attributes,
    with_rows_of_unknown_names,
)


def as_printed(text: str) -> tuple[list[str], list[int] | None]:
    """The lines, and for each the number of its line in the text, from 1; None where all have their own."""
    text, numbers = with_lines_of_pages(*decoded(whole_characters(text)))
    for of_document in (with_boxes_on_lines, with_tables_of_document, with_blocks_as_page):
        text, kept = of_document(text)
        numbers = _through(numbers, kept)
    for as_page in _AS_PAGES:
        text = as_page(text)
    lines = without_marks(without_marks_of_no_width(with_characters(text)))
    text = "\n".join(lines)
    for signs, in_lines in _IN_LINES:
        if signs is None or any(map(text.__contains__, signs)):
            before, lines = lines, in_lines(lines)
            text = text if lines is before else "\n".join(lines)
    for signs, of_lines in _OF_LINES:
        if signs is None or any(map(text.__contains__, signs)):
            before, (lines, kept) = lines, of_lines(lines)
            text = text if lines is before else "\n".join(lines)
            numbers = _through(numbers, kept)
    # a text of which nothing is left still has the line that it began on
    return (lines, numbers) if lines else ([""], None)


def _through(numbers: list[int] | None, kept: list[int] | None) -> list[int] | None:
    """The numbers in the text of lines that a step kept, by their numbers before it; None where all have their own."""
    return kept if numbers is None else numbers if kept is None else [numbers[number - 1] for number in kept]
