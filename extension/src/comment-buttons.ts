/** Beside which comments a button stands: those near the window. One observer of changes, one of nearness, no polling. */
import {makeButton, name, placeButton, say, tagName} from './comment-button';
import {PageChanged, type Platform} from './platforms/platform';
import type {PageComment} from './thread';

type Options = {
	/** The platform of the page as it now is: pages change without being loaded. */
	platformNow: () => Platform;
	signal: AbortSignal;
	/** Hand a comment to the panel; false: the person has to open it. */
	suggest: (platform: Platform, element: HTMLElement, comment: PageComment) => Promise<boolean>;
};

const margin = '400px'; // how near the window a comment gets its button
const patience = 300; // ms that a busy page may put the work off

/** Watch a page and give every comment that comes near its button, until the signal ends it. */
export function watchComments(options: Options): void {
	const watch = new Watch(options);
	options.signal.addEventListener('abort', () => watch.end());
	watch.start();
}

class Watch {
	readonly #options: Options;
	#platform: Platform;
	#address = location.href;
	/** Changed parts of the page, not looked through yet. */
	#changed = new Set<Element>();
	/** The comments near the window, each with its button once it has one. */
	#near = new Map<HTMLElement, HTMLElement | undefined>();
	/** No pointer can point at a comment here. */
	readonly #isTouched = matchMedia('(hover: none)').matches;
	#isPlanned = false;
	#shown: HTMLElement | undefined;
	readonly #changes = new MutationObserver((changes) => this.#note(changes));
	readonly #nearness = new IntersectionObserver((entries) => this.#move(entries), {
		rootMargin: margin,
		scrollMargin: margin,
	});

	constructor(options: Options) {
		this.#options = options;
		this.#platform = options.platformNow();
	}

	start(): void {
		const {signal} = this.#options;
		// Not the body alone: some sites put another one in its place.
		this.#changes.observe(document.documentElement, {childList: true, subtree: true});
		document.addEventListener('pointerover', (event) => this.#hover(event), {passive: true, signal});
		document.addEventListener('focusin', (event) => this.#focus(event), {passive: true, signal});
		document.addEventListener('click', (event) => this.#click(event), {capture: true, signal});
		this.#changed.add(document.documentElement);
		this.#plan();
	}

	end(): void {
		this.#changes.disconnect();
		this.#forget();
	}

	#forget(): void {
		this.#nearness.disconnect();
		for (const button of this.#near.values()) button?.remove();
		this.#near.clear();
	}

	#note(changes: MutationRecord[]): void {
		for (const {addedNodes} of changes) {
			for (const node of addedNodes)
				if (node instanceof Element && node.localName !== tagName) this.#changed.add(node);
		}
		if (this.#changed.size > 0) this.#plan();
	}

	#plan(): void {
		if (this.#isPlanned) return;
		this.#isPlanned = true;
		requestIdleCallback((deadline) => this.#work(deadline), {timeout: patience});
	}

	/** Look through what changed, as long as the page is idle; the rest comes next time. */
	#work(deadline: IdleDeadline): void {
		this.#isPlanned = false;
		if (this.#options.signal.aborted) return;
		this.#seePlatform();
		for (const part of this.#changed) {
			this.#changed.delete(part);
			this.#look(part);
			if (deadline.timeRemaining() < 1) break;
		}
		// A toolbar may come after its comment, and a site may draw it anew.
		for (const comment of this.#near.keys()) this.#give(comment);
		if (this.#changed.size > 0) this.#plan();
	}

	#seePlatform(): void {
		if (location.href === this.#address) return;
		this.#address = location.href;
		const platform = this.#options.platformNow();
		if (platform === this.#platform) return;
		this.#platform = platform;
		this.#forget();
		this.#changed = new Set([document.documentElement]);
	}

	/** Watch the comments in a part of the page, and the one it is in; to watch one again does nothing. */
	#look(part: Element): void {
		if (!part.isConnected) return;
		const css = this.#platform.commentCss;
		const around = part.closest(css);
		if (around) this.#nearness.observe(around);
		const inside = this.#platform.findComments?.(part) ?? part.querySelectorAll(css);
		for (const comment of inside) this.#nearness.observe(comment);
	}

	#move(entries: IntersectionObserverEntry[]): void {
		for (const entry of entries) {
			const comment = entry.target as HTMLElement;
			if (entry.isIntersecting) this.#near.set(comment, this.#near.get(comment));
			else if (this.#near.has(comment)) this.#leave(comment);
		}
		for (const comment of this.#near.keys()) this.#give(comment);
	}

	#leave(comment: HTMLElement): void {
		const button = this.#near.get(comment);
		if (button && button === document.activeElement) return;
		button?.remove();
		this.#near.delete(comment);
	}

	#give(comment: HTMLElement): void {
		const button = this.#near.get(comment);
		if (button && comment.contains(button)) return;
		const toolbar = this.#platform.findToolbar(comment);
		if (!toolbar) return;
		const host = button ?? makeButton(label(this.#platform, comment));
		this.#near.set(comment, host);
		// A row with a shadow root draws only what has a place there: the button shares that of the first part.
		host.slot = [...toolbar.children].find(({slot}) => slot)?.slot ?? '';
		toolbar.append(host);
		if (this.#isTouched) placeButton(host, comment);
		else if (this.#isPointedAt(comment)) this.#show(comment, host);
	}

	#isPointedAt(comment: HTMLElement): boolean {
		return comment.matches(':hover') && !comment.querySelector(`:is(${this.#platform.commentCss}):hover`);
	}

	/** Show the button of the comment under the pointer, and no other: comments may lie inside of comments. */
	#hover(event: Event): void {
		const {comment, button} = this.#at(event) ?? {};
		if (button !== this.#shown) this.#show(comment, button);
	}

	#show(comment?: HTMLElement, button?: HTMLElement): void {
		this.#shown?.removeAttribute('data-shown');
		this.#shown = button;
		if (!comment || !button) return;
		placeButton(button, comment);
		button.setAttribute('data-shown', '');
	}

	/** By the keyboard. YouTube gives the same element to another comment, so the name is read anew. */
	#focus(event: Event): void {
		const {comment, button} = this.#at(event) ?? {};
		if (!comment || !button || event.target !== button) return;
		name(button, label(this.#platform, comment));
		placeButton(button, comment);
	}

	#click(event: Event): void {
		if (!event.composedPath().some((node) => node instanceof HTMLButtonElement)) return;
		const {comment, button} = this.#at(event) ?? {};
		if (!comment || button !== event.target) return;
		event.stopPropagation();
		event.preventDefault();
		if (event.isTrusted) void this.#suggest(comment, button); // a page cannot press it
	}

	/** The innermost comment that an event is in, with its button. */
	#at(event: Event): {comment: HTMLElement; button: HTMLElement} | undefined {
		let comment =
			event.target instanceof Element ? event.target.closest<HTMLElement>(this.#platform.commentCss) : null;
		for (
			;
			comment;
			comment = comment.parentElement?.closest<HTMLElement>(this.#platform.commentCss) ?? null
		) {
			const button = this.#near.get(comment);
			if (button) return {comment, button};
		}
		return undefined;
	}

	async #suggest(comment: HTMLElement, button: HTMLElement): Promise<void> {
		say(button, '');
		try {
			const read = this.#platform.readThread(comment);
			if (!read)
				return say(
					button,
					'This comment has no words yet. Try again when it has loaded, or select the words you want answered and press Alt+Shift+S.',
				);
			if (!(await this.#options.suggest(this.#platform, comment, read)))
				say(button, 'Open Candor with Alt+Shift+S or its button in the toolbar.');
		} catch (error) {
			if (error instanceof Error && /context invalidated/i.test(error.message))
				return say(button, 'Candor was updated. Reload this page.');
			say(button, 'This page has changed. Select the words, then press Alt+Shift+S.');
			if (!(error instanceof PageChanged)) throw error;
		}
	}
}

function label(platform: Platform, comment: HTMLElement): string {
	const author = platform.readAuthor(comment);
	return author ? `Suggest a reply to ${author}'s comment` : 'Suggest a reply to this comment';
}
