/** Quill, LinkedIn's older editor. */
import {type Editor, paste, pressUndo, readLines, selectAll} from './editor';

export const quill: Editor = {
	name: 'quill',
	fits: (element) => element.matches('.ql-editor'),
	read: (element) => readLines(element, 'p, li, h1, h2, h3, blockquote'),
	async write(element, text) {
		await selectAll(element);
		// Its observer reverts foreign changes of the DOM; a paste goes through its own clipboard.
		paste(element, text);
	},
	undo: pressUndo,
};
