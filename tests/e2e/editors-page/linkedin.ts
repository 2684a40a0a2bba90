/** LinkedIn's two reply boxes with the real editors, put where its Reply buttons put them and nested as its pages nest them. */
import type {Make} from './editors.ts';
import {tiptap} from './prose-mirror.ts';
import {quill} from './quill.ts';
import {countSends} from './sends.ts';

declare global {
	/** What the model of the box that was opened last holds. */
	var boxText: () => string;
}

globalThis.sent = [];

document.addEventListener('click', (event) => {
	const button = event.target instanceof Element ? event.target.closest('button') : null;
	if (button?.matches('.comments-comment-social-bar__reply-action-button--cr')) void openClassic(button);
	if (button?.matches('._rp')) void openCurrent(button);
});

/** Under the thread: the wrappers of the classic pages around Quill. */
async function openClassic(button: Element): Promise<void> {
	const name = button
		.closest('article')
		?.querySelector('.comments-comment-meta__description-title')?.textContent;
	const place = button.closest('.comments-thread-entity')?.querySelector<HTMLElement>('.reply-place');
	if (!name || !place) throw new Error('The saved page has no place for a reply.');
	place.replaceChildren();
	const box = nest(place, [
		{tag: 'div', class: 'comments-comment-box comments-comment-box--reply comments-comment-box--cr'},
		{tag: 'form', class: 'comments-comment-box__form'},
		{tag: 'div', class: 'comments-comment-texteditor'},
		{tag: 'div', class: 'comments-comment-box-comment__text-editor'},
	]);
	await make(quill, box, name, place);
}

/** After the comment: the wrappers of the pages since 2026 around TipTap. */
async function openCurrent(button: Element): Promise<void> {
	const comments = '[id^="replaceableComment_"]';
	const comment = button.closest(comments);
	const name = comment?.querySelector('a p > span')?.textContent;
	const root = comment?.parentElement?.closest(comments) ?? comment;
	if (!name || !root) throw new Error('The saved page has no comment around this button.');
	document.querySelector('._box')?.remove();
	const place = document.createElement('div');
	place.className = '_box';
	root.after(place);
	const box = nest(place, [
		{tag: 'div', componentkey: 'commentBox-reply-7529483678515200007'},
		{tag: 'div', 'data-display-contents': 'true', style: 'display: contents'},
		{tag: 'div', 'data-testid': 'ui-core-tiptap-text-editor-wrapper'},
		{tag: 'div'},
	]);
	await make(tiptap, box, name, place);
}

async function make(editor: Make, box: HTMLElement, name: string, place: HTMLElement): Promise<void> {
	const {element, model} = await editor(box, {mention: name, lines: [' ']});
	element.setAttribute('role', 'textbox');
	element.style.whiteSpace = 'pre-wrap'; // as both editors' own stylesheets have it
	globalThis.boxText = model;
	const post = document.createElement('button');
	post.textContent = 'Reply';
	place.append(post);
	countSends(place, 'linkedin');
	element.focus();
}

/** Put elements into each other; gives the innermost. */
function nest(
	place: HTMLElement,
	elements: ({tag: string; class?: string} & Record<string, string>)[],
): HTMLElement {
	return elements.reduce((outer, {tag, ...attributes}) => {
		const inner = document.createElement(tag);
		for (const [name, value] of Object.entries(attributes)) inner.setAttribute(name, value);
		outer.append(inner);
		return inner;
	}, place);
}
