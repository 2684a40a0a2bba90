/** Reading a page's elements: text as a person sees it, search through shadow roots, waiting for what appears. */

const blocks = new Set([
	'P',
	'DIV',
	'LI',
	'UL',
	'OL',
	'BLOCKQUOTE',
	'PRE',
	'H1',
	'H2',
	'H3',
	'H4',
	'H5',
	'H6',
]);
const unread = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'BUTTON', 'CANDOR-BUTTON']);

/** The text of an element with its line breaks; emoji drawn as images are read from their alt. */
export function readText(element: Element | null | undefined): string {
	if (!element) return '';
	const parts: string[] = [];
	collect(element, parts);
	return parts
		.join('')
		.replace(/\u00a0/g, ' ')
		.replace(/[ \t]*\n[ \t]*/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.replace(/[ \t]{2,}/g, ' ')
		.trim();
}

function collect(node: Node, parts: string[]): void {
	for (const child of node.childNodes) {
		if (child instanceof Text) {
			const isPre = child.parentElement?.closest(
				'pre, [style*="pre-wrap"], yt-attributed-string, yt-formatted-string, [data-testid="tweetText"], [data-word-wrap], [id^="message-content-"]',
			);
			parts.push(isPre ? child.data : child.data.replace(/\s+/g, ' '));
		} else if (child instanceof Element && !isUnread(child)) {
			if (child.tagName === 'BR') parts.push('\n');
			else if (child.tagName === 'IMG') parts.push(child.getAttribute('alt') ?? '');
			else if (blocks.has(child.tagName)) {
				parts.push(child.tagName === 'P' ? '\n\n' : '\n');
				collect(child, parts);
				parts.push(child.tagName === 'P' ? '\n\n' : '\n');
			} else collect(child, parts);
		}
	}
}

/** Scripts, what is hidden, and what a person presses ("See more", but not a name) are no part of a text. */
function isUnread(element: Element): boolean {
	if (unread.has(element.tagName) || element.hasAttribute('hidden')) return true;
	return element.getAttribute('role') === 'button' && !element.classList.contains('mention');
}

/** One line of text, for names and times. */
export function readLine(element: Element | null | undefined): string {
	return readText(element).replace(/\s+/g, ' ');
}

/** All matches under a node, and the node itself where it matches. */
export function findAll(root: ParentNode, css: string): HTMLElement[] {
	const found = [...root.querySelectorAll<HTMLElement>(css)];
	return root instanceof HTMLElement && root.matches(css) ? [root, ...found] : found;
}

/** The matches under a node that stand before one of them. */
export function matchesBefore(root: ParentNode, css: string, match: HTMLElement): HTMLElement[] {
	const all = findAll(root, css);
	return all.slice(0, all.indexOf(match));
}

/** The matches that belong to a comment itself and not to a reply inside of it. */
export function ownParts(comment: HTMLElement, css: string, commentCss: string): HTMLElement[] {
	return [...comment.querySelectorAll<HTMLElement>(css)].filter(
		(part) => part.parentElement?.closest(commentCss) === comment,
	);
}

/** Whether a node stands after another in the page, or inside of it. */
export function follows(node: Node, other: Node): boolean {
	return (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The texts of those elements that are meant, read one by one as they are asked for: a page may have thousands. */
export function* readEach(
	elements: HTMLElement[],
	isMeant: (element: HTMLElement) => boolean,
	read: (element: HTMLElement) => string,
): Generator<string> {
	for (const element of elements) if (isMeant(element)) yield read(element);
}

/** The first match under a node, looking into open shadow roots too. */
export function findDeep(root: ParentNode, css: string): HTMLElement | undefined {
	const near = root.querySelector<HTMLElement>(css);
	if (near) return near;
	const holders =
		root instanceof Element ? [root, ...root.querySelectorAll('*')] : [...root.querySelectorAll('*')];
	for (const holder of holders) {
		const found = holder.shadowRoot && findDeep(holder.shadowRoot, css);
		if (found) return found;
	}
	return undefined;
}

/** The element that a selection begins in, inside of open shadow roots as well. */
export function selectedElement(page: Document): HTMLElement | undefined {
	const selection = page.getSelection();
	if (!selection || selection.rangeCount === 0) return undefined;
	for (const shadowRoots: ShadowRoot[] = []; ; ) {
		// Older browsers see the roots from outside only.
		const range = selection.getComposedRanges?.({shadowRoots})[0] ?? selection.getRangeAt(0);
		const {startContainer: node, startOffset} = range;
		const inner = node.childNodes[startOffset];
		const root = inner instanceof Element ? inner.shadowRoot : null;
		if (!root || shadowRoots.includes(root))
			return node instanceof HTMLElement ? node : (node.parentElement ?? undefined);
		shadowRoots.push(root);
	}
}

/** Wait until something is found, for `patience` ms at most; then undefined. A timer, since no observer sees into shadow roots. */
export async function waitFor<Found>(
	find: () => Found | undefined,
	patience = 3000,
): Promise<Found | undefined> {
	const end = performance.now() + patience;
	for (let found = find(); ; found = find()) {
		if (found || performance.now() > end) return found;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

/** An exact time from a datetime attribute, as the API takes it; null when there is none. */
export function readTime(element: Element | null | undefined, attribute = 'datetime'): string | null {
	const time = new Date(element?.getAttribute(attribute) ?? '');
	return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** An address on the page without its tracking; '' when it is not http(s). */
export function readAddress(element: Element | null | undefined): string {
	const href = element?.getAttribute('href');
	if (!href) return '';
	try {
		const url = new URL(href, element?.ownerDocument.baseURI);
		return url.protocol.startsWith('http') ? url.href : '';
	} catch (error) {
		if (error instanceof TypeError) return ''; // not an address at all
		throw error;
	}
}
