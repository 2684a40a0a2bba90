/** Slate, the editor of Discord. */
import {type Editor, paste, pressUndo, select} from './editor';
import {readLines} from './read';

export const slate: Editor = {
	name: 'slate',
	fits: (element) => element.matches('[data-slate-editor="true"]'),
	read: readLines,
	// It looks at the selection once in 100 ms, and after its own changes later still.
	select: (element, where) => select(element, where, 150),
	// It ignores execCommand and HTML.
	put: (element, text) => paste(element, text),
	undo: pressUndo,
};
