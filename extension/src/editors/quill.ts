/** Quill, LinkedIn's older editor. */
import {type Editor, paste, pressUndo, select} from './editor';
import {readLines} from './read';

export const quill: Editor = {
	name: 'quill',
	fits: (element) => element.matches('.ql-editor'),
	read: readLines,
	select,
	// Its observer reverts foreign changes of the DOM; a paste goes through its own clipboard.
	put: (element, text) => paste(element, text),
	undo: pressUndo,
};
