/** Reads what an editor shows: its lines, mentions and drawn emoji, and nothing else. */

const blocks = new Set(
	'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE H1 H2 H3 H4 H5 H6 LI OL P PRE SECTION TABLE TD TR UL'.split(
		' ',
	),
);

// Not by instanceof: what stands in a frame is of another window.
export const isText = (node: Node): node is Text => node.nodeType === 3;
export const isElement = (node: Node): node is HTMLElement => node.nodeType === 1;

/** The text of an editor that draws each line as an element; a <br> inside of one parts lines too. */
export function readLines(element: HTMLElement): string {
	const lines: string[] = [];
	collect(element, lines);
	return tidy(lines.join('\n'));
}

/** A block without blocks in it is one line; what stands loose between blocks is a line too. */
function collect(block: Node, lines: string[]): void {
	let loose: string | undefined;
	const end = () => {
		if (loose !== undefined) lines.push(loose);
		loose = undefined;
	};
	for (const child of block.childNodes) {
		if (isElement(child) && blocks.has(child.nodeName)) {
			end();
			collect(child, lines);
		} else loose = (loose ?? '') + readInline(child);
	}
	if (loose !== undefined || ![...block.childNodes].some(isElement)) lines.push(loose ?? '');
}

/** The text of a part of a line; the <br> that only holds an empty or last line open is not a break. */
function readInline(node: Node): string {
	if (isText(node)) return node.data;
	if (!isElement(node) || node.hasAttribute('data-slate-placeholder')) return '';
	if (node.nodeName === 'BR') return isFiller(node) ? '' : '\n';
	if (node.nodeName === 'IMG') return node.getAttribute('alt') ?? '';
	return [...node.childNodes].map(readInline).join('');
}

function isFiller(br: HTMLElement): boolean {
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
