/** Draft.js, the editor of X. */
import {type Editor, paste, pressUndo, select} from './editor';
import {readLines} from './read';

export const draftJs: Editor = {
	name: 'draft-js',
	fits: (element) => element.matches('.public-DraftEditor-content'),
	read: readLines,
	select,
	// execCommand breaks its model and may crash the page's React tree; paste keeps both.
	put: (element, text) => paste(element, text),
	undo: pressUndo,
};
