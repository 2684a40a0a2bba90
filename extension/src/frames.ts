/** Frames of a page: whether the person is in this one, and whose frame they are in if not. */

/** Whether the person was in this frame last, as far as frames can see each other. */
export function isInFocus(page: Document): boolean {
	if (focusedFrame(page)) return false;
	const own = page.defaultView?.frameElement; // null in a frame of another origin, and in the page itself
	return !own || own === focusedFrame(own.ownerDocument);
}

/** The frame inside of this page that the person was in last. */
export function focusedFrame(page: Document): HTMLIFrameElement | undefined {
	const element = activeElement(page);
	return element?.localName === 'iframe' ? (element as HTMLIFrameElement) : undefined;
}

/** The host of a frame that belongs to another site; '' for the page's own. */
export function foreignHost(frame: HTMLIFrameElement): string {
	if (frame.contentDocument) return '';
	return URL.canParse(frame.src) ? new URL(frame.src).host : 'another site';
}

/** The element with the focus, inside of open shadow roots as well. */
export function activeElement(page: Document): Element | null {
	let element = page.activeElement;
	while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
	return element;
}
