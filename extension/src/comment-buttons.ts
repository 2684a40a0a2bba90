/** The quiet button beside each comment, added as comments appear. One observer, no polling. */
import {findAll} from './platforms/dom';
import {PageChanged, type Platform} from './platforms/platform';
import type {PageComment} from './thread';

type Options = {
	signal: AbortSignal;
	/** Hand a comment to the panel; false: the person has to open it. */
	suggest: (element: HTMLElement, comment: PageComment) => Promise<boolean>;
};

const tagName = 'candor-button';

const css = `
	:host { all: initial; display: inline-flex; vertical-align: middle; opacity: 0; transition: opacity .12s; }
	:host([data-shown]), :host(:focus-within), :host([data-said]) { opacity: 1; }
	@media (hover: none) { :host { opacity: 1; } }
	@media (prefers-reduced-motion: reduce) { :host { transition: none; } }
	button { font: 600 12px/1 system-ui, sans-serif; color: #0b6b5d; background: #fff; border: 1px solid #b9d8d2; border-radius: 999px;
		padding: 6px 11px; margin: 0 6px; cursor: pointer; white-space: nowrap; }
	button:hover { background: #e6f2ef; }
	button:focus-visible { outline: 2px solid #0b6b5d; outline-offset: 2px; }
	span { font: 12px/1.4 system-ui, sans-serif; color: #5c4200; background: #fdf1d8; border-radius: 6px; padding: 4px 8px; }
	span:empty { display: none; }
`;

/** Add the button to every comment there is and will be. */
export function watchComments(platform: Platform, options: Options): void {
	const waiting = new Set<ParentNode>([document.body]);
	let isPlanned = false;
	const work = () => {
		isPlanned = false;
		for (const node of waiting) {
			for (const comment of findAll(node, platform.commentCss)) addButton(comment, platform, options);
		}
		waiting.clear();
	};
	const plan = () => {
		if (isPlanned) return;
		isPlanned = true;
		requestAnimationFrame(work);
	};
	const observer = new MutationObserver((changes) => {
		for (const {addedNodes, target} of changes) {
			if (addedNodes.length === 0 || !(target instanceof HTMLElement)) continue;
			// A comment's toolbar may come after the comment itself.
			const around = target.closest<HTMLElement>(platform.commentCss);
			for (const node of addedNodes)
				if (node instanceof HTMLElement && node.localName !== tagName) waiting.add(node);
			if (around) waiting.add(around);
		}
		if (waiting.size > 0) plan();
	});
	observer.observe(document.body, {childList: true, subtree: true});
	options.signal.addEventListener('abort', () => {
		observer.disconnect();
		for (const button of document.querySelectorAll(tagName)) button.remove();
	});
	showOnHover(platform, options.signal);
	plan();
}

const buttons = new WeakMap<HTMLElement, HTMLElement>();

function addButton(comment: HTMLElement, platform: Platform, {suggest}: Options): void {
	if (buttons.get(comment)?.isConnected) return;
	const toolbar = platform.findToolbar(comment);
	if (!toolbar) return;
	const host = document.createElement(tagName);
	const root = host.attachShadow({mode: 'open'});
	const style = document.createElement('style');
	style.textContent = css;
	const button = document.createElement('button');
	button.type = 'button';
	button.textContent = 'Suggest reply';
	const said = document.createElement('span');
	said.setAttribute('role', 'status');
	root.append(style, button, said);
	label(button, comment, platform);
	button.addEventListener('focus', () => label(button, comment, platform));
	const say = (sentence: string) => {
		said.textContent = sentence;
		host.toggleAttribute('data-said', sentence !== '');
	};
	button.addEventListener('click', (event) => {
		event.stopPropagation();
		event.preventDefault();
		if (event.isTrusted) void click(comment, platform, suggest, say); // a page cannot press it
	});
	buttons.set(comment, host);
	toolbar.append(host);
}

async function click(
	comment: HTMLElement,
	platform: Platform,
	suggest: Options['suggest'],
	say: (sentence: string) => void,
) {
	say('');
	try {
		const read = platform.readThread(comment);
		if (!read) return say('This comment has no words yet. Try again when it has loaded.');
		if (!(await suggest(comment, read))) say('Open Candor with Alt+Shift+S or its button in the toolbar.');
	} catch (error) {
		if (error instanceof PageChanged)
			return say('This page has changed. Select the words, then press Alt+Shift+S.');
		if (error instanceof Error && /context invalidated/i.test(error.message))
			return say('Candor was updated. Reload this page.');
		throw error;
	}
}

/** YouTube gives the same element to another comment, so the name is read anew. */
function label(button: HTMLElement, comment: HTMLElement, platform: Platform): void {
	const author = platform.readAuthor(comment);
	button.setAttribute(
		'aria-label',
		author ? `Suggest a reply to ${author}'s comment` : 'Suggest a reply to this comment',
	);
}

/** Show the button of the comment under the pointer, and no other: comments may lie inside of comments. */
function showOnHover(platform: Platform, signal: AbortSignal): void {
	let shown: HTMLElement | undefined;
	const show = (event: Event) => {
		let node = event.target instanceof HTMLElement ? event.target : null;
		while (node && !buttons.has(node)) node = node.parentElement;
		const button = node ? buttons.get(node) : undefined;
		if (button === shown) return;
		shown?.removeAttribute('data-shown');
		shown = button;
		shown?.setAttribute('data-shown', '');
		const inner = shown?.shadowRoot?.querySelector('button');
		if (inner && node) label(inner, node, platform);
	};
	document.addEventListener('pointerover', show, {passive: true, signal});
}
