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
	/** Comments that were found, not watched yet. */
	#found = new Set<HTMLElement>();
	#known = new WeakSet<HTMLElement>();
	/** The comments near the window, each with its button once it has one. */
	#near = new Map<HTMLElement, HTMLElement | undefined>();
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
		this.#found.clear();
		this.#known = new WeakSet();
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
		let left = 200; // cheap, so that even a busy page gets on
		for (const comment of this.#found) {
			if (left-- < 0 && deadline.timeRemaining() < 1) break;
			this.#found.delete(comment);
			this.#nearness.observe(comment);
		}
		// A toolbar may come after its comment, and a site may draw it anew.
		for (const comment of this.#near.keys()) this.#give(comment);
		if (this.#changed.size + this.#found.size > 0) this.#plan();
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

	#look(part: Element): void {
		if (!part.isConnected) return;
		const css = this.#platform.commentCss;
		const around = part.closest<HTMLElement>(css);
		for (const comment of around ? [around] : []) this.#find(comment);
		for (const comment of part.querySelectorAll<HTMLElement>(css)) this.#find(comment);
	}

	#find(comment: HTMLElement): void {
		if (this.#known.has(comment)) return;
		this.#known.add(comment);
		this.#found.add(comment);
	}

	#move(entries: IntersectionObserverEntry[]): void {
		for (const {target, isIntersecting} of entries) {
			const comment = target as HTMLElement;
			const button = this.#near.get(comment);
			if (isIntersecting) this.#near.set(comment, button);
			else if (!button || button !== document.activeElement) {
				button?.remove();
				this.#near.delete(comment);
			}
		}
		for (const comment of this.#near.keys()) this.#give(comment);
	}

	#give(comment: HTMLElement): void {
		const button = this.#near.get(comment);
		if (button && comment.contains(button)) return;
		const toolbar = this.#platform.findToolbar(comment);
		if (!toolbar) return;
		const host = button ?? makeButton(label(this.#platform, comment));
		this.#near.set(comment, host);
		placeButton(host, toolbar);
	}

	/** Show the button of the comment under the pointer, and no other: comments may lie inside of comments. */
	#hover(event: Event): void {
		const button = this.#at(event)?.button;
		if (button === this.#shown) return;
		this.#shown?.removeAttribute('data-shown');
		this.#shown = button;
		this.#shown?.setAttribute('data-shown', '');
	}

	/** YouTube gives the same element to another comment, so the name is read anew. */
	#focus(event: Event): void {
		const {comment, button} = this.#at(event) ?? {};
		if (comment && button && event.target === button) name(button, label(this.#platform, comment));
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
			if (!read) return say(button, 'This comment has no words yet. Try again when it has loaded.');
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
