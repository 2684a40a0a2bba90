/** CKEditor 5. */
import {type Editor, paste, pressUndo, select, toParagraphs} from './editor';
import {readLines} from './read';

export const ckeditor: Editor = {
	name: 'ckeditor',
	fits: (element) => element.matches('.ck-editor__editable'),
	read: readLines,
	select,
	// Its parser of plain text drops blank lines.
	put: (element, text) => paste(element, text, toParagraphs(text)),
	undo: pressUndo,
};
