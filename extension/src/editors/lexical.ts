/** Lexical, the editor of Facebook and Reddit. */
import {type Editor, paste, pressUndo, select} from './editor';
import {readLines} from './read';

export const lexical: Editor = {
	name: 'lexical',
	fits: (element) => element.matches('[data-lexical-editor="true"]'),
	read: readLines,
	select,
	// execCommand loses line breaks here; it applies changes after the current turn.
	put: (element, text) => paste(element, text),
	undo: pressUndo,
};
