/** ProseMirror and TipTap, the editor of Bluesky and LinkedIn. */
import {type Editor, paste, pressUndo, select, toParagraphs} from './editor';
import {readLines} from './read';

export const proseMirror: Editor = {
	name: 'prose-mirror',
	fits: (element) => element.matches('.ProseMirror'),
	read: readLines,
	select,
	put(element, text) {
		// Its parser of plain text drops blank lines. Marked as its own, the HTML keeps its spaces, and TipTap
		// makes no formatting of *stars* in it.
		paste(element, text, toParagraphs(text).replace('<p>', '<p data-pm-slice="1 1 []">'));
	},
	undo: pressUndo,
};
