/** What sends on real sites: the form, its button, Enter by any of its events, and the paragraph that a chat takes for it. */

/** Count in `sent` whatever would send the text of this editor. */
export function countSends(around: HTMLElement | Document, name: string): void {
	const count = (event: Event) => void sent.push(`${name}: ${event.type}`);
	for (const type of ['keydown', 'keypress', 'keyup']) {
		around.addEventListener(type, (event) => (event as KeyboardEvent).key === 'Enter' && count(event), true);
	}
	around.addEventListener(
		'beforeinput',
		(event) => (event as InputEvent).inputType === 'insertParagraph' && count(event),
		true,
	);
	around.addEventListener('click', (event) => event.target instanceof HTMLButtonElement && count(event));
	around.addEventListener('submit', (event) => {
		event.preventDefault();
		count(event);
	});
}
