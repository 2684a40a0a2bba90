/** Slate, the editor of Discord. */
import {type Editor, paste, pressUndo, readLines, selectAll} from './editor';

export const slate: Editor = {
	name: 'slate',
	fits: (element) => element.matches('[data-slate-editor="true"]'),
	read: (element) => readLines(element, '[data-slate-node="element"]'),
	async write(element, text) {
		await selectAll(element);
		// It ignores execCommand and HTML.
		paste(element, text);
	},
	undo: pressUndo,
};
