/** CKEditor 5. */
import {type Editor, paste, pressUndo, readLines, selectAll, toParagraphs} from './editor';

export const ckeditor: Editor = {
	name: 'ckeditor',
	fits: (element) => element.matches('.ck-editor__editable'),
	read: (element) => readLines(element, 'p'),
	async write(element, text) {
		await selectAll(element);
		// Its parser of plain text drops blank lines.
		paste(element, text, toParagraphs(text));
	},
	undo: pressUndo,
};
