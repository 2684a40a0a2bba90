/** Plain contenteditable elements, as YouTube's reply box: no editor behind them. */
import {type Editor, readInline, selectAll, sleep, tidy} from './editor';

export const contentEditable: Editor = {
	name: 'content-editable',
	fits: (element) => element.isContentEditable || element.hasAttribute('contenteditable'),
	read(element) {
		const blocks = [...element.childNodes].filter(
			(node) => node instanceof HTMLDivElement || node instanceof HTMLParagraphElement,
		);
		if (blocks.length === 0) return tidy(readInline(element)).replace(/\n$/, '');
		return tidy(
			[...element.childNodes].map((node) => (node instanceof Text ? node.data : readInline(node))).join('\n'),
		);
	},
	async write(element, text) {
		await selectAll(element);
		const page = element.ownerDocument;
		if (!text) page.execCommand('delete');
		// One line after the other: a whole text with blank lines gets them doubled.
		for (const [index, line] of text.split('\n').entries()) {
			if (index > 0) page.execCommand('insertLineBreak');
			if (line) page.execCommand('insertText', false, line);
		}
		await sleep(0);
	},
	async undo(element) {
		element.focus();
		element.ownerDocument.execCommand('undo');
		await sleep(0);
	},
};
