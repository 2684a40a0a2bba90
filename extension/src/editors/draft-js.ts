/** Draft.js, the editor of X. */
import {type Editor, paste, pressUndo, readLines, selectAll} from './editor';

export const draftJs: Editor = {
	name: 'draft-js',
	fits: (element) => element.matches('.public-DraftEditor-content'),
	read: (element) => readLines(element, '[data-block="true"]'),
	async write(element, text) {
		await selectAll(element);
		// execCommand breaks its model and may crash the page's React tree; paste keeps both.
		paste(element, text);
	},
	undo: pressUndo,
};
