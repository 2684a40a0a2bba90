/** Plain contenteditable elements, as YouTube's reply box: no editor behind them. */
import {type Editor, escapeHtml, execUndo, select} from './editor';
import {isText, readLines} from './read';

export const contentEditable: Editor = {
	name: 'content-editable',
	fits: (element) => element.isContentEditable || element.hasAttribute('contenteditable'),
	read: (element) => readLines(element).replace(/\n$/, ''),
	async select(element, where) {
		await select(element, where);
		if (where === 'end') takeLastSpace(element);
	},
	put(element, text) {
		// Text with breaks in it gets its blank lines doubled, and line by line it takes as many undos.
		const html = text.split('\n').map(escapeHtml).join('<br>');
		const space = holdsLastSpace(element) ? ' ' : '';
		element.ownerDocument.execCommand(html ? 'insertHTML' : 'delete', false, space + html);
	},
	undo: execUndo,
};

/** Behind the last space of a box that does not show it, the browser would drop it: it is written with the text. */
function takeLastSpace(element: HTMLElement): void {
	const range = rangeIn(element);
	const page = element.ownerDocument.defaultView;
	if (!range || page?.getComputedStyle(element).whiteSpace.startsWith('pre')) return;
	const {startContainer, startOffset} = range;
	if (isText(startContainer) && startContainer.data[startOffset - 1] === ' ')
		range.setStart(startContainer, startOffset - 1);
}

function holdsLastSpace(element: HTMLElement): boolean {
	const range = rangeIn(element);
	return range !== undefined && isText(range.startContainer) && range.toString() === ' ';
}

function rangeIn(element: HTMLElement): Range | undefined {
	const selection = element.ownerDocument.getSelection();
	return selection?.rangeCount ? selection.getRangeAt(0) : undefined;
}
