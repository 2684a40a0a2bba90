/** What every kind of editor can do, and the small steps they share. */
import {isElement, isText} from './read';

/** One kind of editor: put text into it, read it back. Touches only the DOM. */
export type Editor = {
	name: string;
	fits: (element: HTMLElement) => boolean;
	/** The text it holds, lines parted by \n. */
	read: (element: HTMLElement) => string;
	/** What of a text it has a place for; without this, all. */
	fit?: (element: HTMLElement, text: string) => string;
	/** Choose all of its content, or set the caret at the end, so that the editor takes note. */
	select: (element: HTMLElement, where: Where) => Promise<void>;
	/** Put a text where it was chosen, in one step of its undo. Whether it worked is found by reading, not from here. */
	put: (element: HTMLElement, text: string) => void;
	/** Take back the last step, as the editor's own undo does. */
	undo: (element: HTMLElement) => Promise<void>;
};

/** Which part of an editor is written: `all` is replaced, at the `end` something is added. */
export type Where = 'all' | 'end';

/** Editors take over focus and selection by timers of their own: ProseMirror 20 ms after the focus, CKEditor 50 ms. */
const settleTime = 65;

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Focus an editor so that it notices, also while the panel has the focus and the browser holds focus events back. */
async function focusEditor(element: HTMLElement, settle = settleTime): Promise<void> {
	element.focus();
	if (!element.ownerDocument.hasFocus()) {
		element.dispatchEvent(new FocusEvent('focus', {composed: true}));
		element.dispatchEvent(new FocusEvent('focusin', {bubbles: true, composed: true}));
	}
	await sleep(settle);
}

/** Choose a rich editor's content, or the place behind it, and let the editor take note. */
export async function select(element: HTMLElement, where: Where, settle = settleTime): Promise<void> {
	await focusEditor(element, settle);
	// The Selection API: execCommand('selectAll') does nothing in Firefox while the page is unfocused.
	const range = element.ownerDocument.createRange();
	range.selectNodeContents(element);
	if (where === 'end') setToEnd(range, element);
	const selection = element.ownerDocument.getSelection();
	selection?.removeAllRanges();
	selection?.addRange(range);
	await sleep(settle);
}

/** The caret goes behind the last letter, not behind the elements around it, where some editors find no place. */
function setToEnd(range: Range, element: HTMLElement): void {
	let last: Node = element;
	while (last.lastChild && !isClosed(last.lastChild)) last = last.lastChild;
	const {lastChild, textContent} = last;
	// A line break that ends a box only holds its last line open.
	if (isText(last)) range.setStart(last, (textContent ?? '').replace(/\n$/, '').length);
	else range.setStart(last, last.childNodes.length - (lastChild?.nodeName === 'BR' ? 1 : 0));
	range.collapse(true);
}

/** What no caret goes into: a mention's chip, an image, a line break. */
const isClosed = (node: Node) =>
	isElement(node) && (node.getAttribute('contenteditable') === 'false' || /^(BR|IMG)$/.test(node.nodeName));

/** Put a text in by pasting; with HTML for the editors whose plain-text parser drops blank lines. */
export function paste(element: HTMLElement, text: string, html?: string): void {
	const options = {bubbles: true, cancelable: true, composed: true};
	const carried = new DataTransfer();
	carried.setData('text/plain', text);
	if (html) carried.setData('text/html', html);
	const event = new ClipboardEvent('paste', {...options, clipboardData: carried});
	if (event.clipboardData?.getData('text/plain') === text) {
		element.dispatchEvent(event);
		return;
	}
	// Firefox ignores clipboardData and takes these two.
	const gecko = {...options, dataType: html ? 'text/html' : 'text/plain', data: html ?? text};
	element.dispatchEvent(new ClipboardEvent('paste', gecko));
}

/** One paragraph for each line. A space at its beginning would be lost as it is. */
export function toParagraphs(text: string): string {
	return text
		.split('\n')
		.map((line) => `<p>${escapeHtml(line).replace(/^ /, '&nbsp;') || '<br>'}</p>`)
		.join('');
}

/** What a comment says never becomes markup. */
export const escapeHtml = (text: string) =>
	text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Ask an editor for its undo by the keys a person would press. Never Enter. */
export async function pressUndo(element: HTMLElement): Promise<void> {
	await focusEditor(element);
	const isMac = /Mac|iPhone|iPad/.test(element.ownerDocument.defaultView?.navigator.platform ?? '');
	const keys = {key: 'z', code: 'KeyZ', keyCode: 90, which: 90, ctrlKey: !isMac, metaKey: isMac};
	element.dispatchEvent(
		new KeyboardEvent('keydown', {...keys, bubbles: true, cancelable: true, composed: true}),
	);
	await sleep(settleTime);
}

/** Ask the browser for its undo, where no editor has its own. */
export async function execUndo(element: HTMLElement): Promise<void> {
	element.focus();
	element.ownerDocument.execCommand('undo');
	await sleep(0);
}
