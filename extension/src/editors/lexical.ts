/** Lexical, the editor of Facebook and Reddit. */
import {type Editor, paste, pressUndo, readLines, selectAll} from './editor';

export const lexical: Editor = {
	name: 'lexical',
	fits: (element) => element.matches('[data-lexical-editor="true"]'),
	read: (element) => readLines(element, 'p'),
	async write(element, text) {
		await selectAll(element);
		// execCommand loses line breaks here; it applies changes after the current turn.
		paste(element, text);
	},
	undo: pressUndo,
};
