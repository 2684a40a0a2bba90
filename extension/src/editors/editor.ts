/** What every kind of editor can do, and the small steps they share. */

/** One kind of editor: write text into it, read it back. Touches only the DOM. */
export type Editor = {
	name: string;
	fits: (element: HTMLElement) => boolean;
	/** The text it holds, lines parted by \n. */
	read: (element: HTMLElement) => string;
	/** Replace all of it by the text, once. Whether it worked is found by reading, not from here. */
	write: (element: HTMLElement, text: string) => Promise<void>;
	/** Take back the last step, as the editor's own undo does. */
	undo: (element: HTMLElement) => Promise<void>;
};

/** Editors take over focus and selection asynchronously; Slate throttles selectionchange. 50 ms was too short in trials. */
const settleTime = 120;

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Focus an editor so that it notices, also while the panel has the focus and the browser holds focus events back. */
export async function focusEditor(element: HTMLElement): Promise<void> {
	element.focus();
	if (!element.ownerDocument.hasFocus()) {
		element.dispatchEvent(new FocusEvent('focus', {composed: true}));
		element.dispatchEvent(new FocusEvent('focusin', {bubbles: true, composed: true}));
	}
	await sleep(settleTime);
}

/** Select all of a rich editor's content and let the editor take note. */
export async function selectAll(element: HTMLElement): Promise<void> {
	await focusEditor(element);
	// The Selection API: execCommand('selectAll') does nothing in Firefox while the page is unfocused.
	const range = element.ownerDocument.createRange();
	range.selectNodeContents(element);
	const selection = element.ownerDocument.getSelection();
	selection?.removeAllRanges();
	selection?.addRange(range);
	await sleep(settleTime);
}

/** Replace what is selected by pasting; with HTML for the editors whose plain-text parser drops blank lines. */
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

/** One paragraph for each line. The text is escaped: what a comment says never becomes markup. */
export function toParagraphs(text: string): string {
	const escapeLine = (line: string) =>
		line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
	return text
		.split('\n')
		.map((line) => `<p>${escapeLine(line) || '<br>'}</p>`)
		.join('');
}

/** The lines of an editor that draws each as an element; a <br> inside of one parts lines too. */
export function readLines(element: HTMLElement, css: string): string {
	const lines = [...element.querySelectorAll<HTMLElement>(css)].filter((line) => !line.querySelector(css));
	return tidy(lines.map((line) => readInline(line)).join('\n'));
}

/** The text of one line; the <br> that only holds an empty or last line open is not a break. */
export function readInline(line: Node): string {
	let text = '';
	for (const child of line.childNodes) {
		if (child instanceof Text) text += child.data;
		else if (child instanceof HTMLBRElement) text += isFiller(child) ? '' : '\n';
		else if (child instanceof HTMLImageElement) text += child.alt;
		else if (!(child instanceof Element && child.hasAttribute('data-slate-placeholder')))
			text += readInline(child);
	}
	return text;
}

function isFiller(br: HTMLBRElement): boolean {
	return (
		!br.nextSibling ||
		br.classList.contains('ProseMirror-trailingBreak') ||
		br.hasAttribute('data-cke-filler')
	);
}

/** Drop what editors put in to hold the caret, and make every space one kind. */
export function tidy(text: string): string {
	return text
		.replace(/[\u200b\u2060\ufeff]/g, '')
		.replace(/\u00a0/g, ' ')
		.replace(/\r\n?/g, '\n');
}

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
