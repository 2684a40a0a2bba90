/** ProseMirror and TipTap, the editor of Bluesky and LinkedIn. */
import {type Editor, paste, pressUndo, readLines, selectAll, toParagraphs} from './editor';

export const proseMirror: Editor = {
	name: 'prose-mirror',
	fits: (element) => element.matches('.ProseMirror'),
	read: (element) => readLines(element, 'p'),
	async write(element, text) {
		await selectAll(element);
		// Its parser of plain text drops blank lines.
		paste(element, text, toParagraphs(text));
	},
	undo: pressUndo,
};
