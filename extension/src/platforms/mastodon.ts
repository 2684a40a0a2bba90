/** Mastodon, on any server. */
import {leadingTo} from './chain';
import {findAll, readAddress, readEach, readLine, readText, readTime} from './dom';
import {hasWords, type Platform, type Selectors, toPageComment} from './platform';
import {openReplyBox} from './reply-box';

const checked = '2026-11-22';

const selectors = {
	page: {css: '#mastodon', checked, from: 'memory: the element that the application is drawn into'},
	card: {
		css: '.status__wrapper:not(:has(> .status--is-quote)), .detailed-status__wrapper',
		checked,
		from: 'mastodon/mastodon components/status.jsx, features/status',
	},
	quote: {css: '.status__quote', checked, from: 'mastodon/mastodon components/status_quoted.tsx'},
	focal: {css: '.detailed-status__wrapper', checked, from: 'mastodon/mastodon features/status'},
	id: {css: '.status[data-id]', checked, from: 'mastodon/mastodon components/status.jsx'},
	text: {css: '.status__content__text', checked, from: 'memory: components/status_content.jsx'},
	author: {
		css: '.status__info .status__display-name, .detailed-status__display-name',
		checked,
		from: 'mastodon/mastodon components/status.jsx, detailed_status.tsx',
	},
	permalink: {
		css: '.status__relative-time, .detailed-status__datetime',
		checked,
		from: 'mastodon/mastodon components/status.jsx, detailed_status.tsx',
	},
	inThread: {css: '.status--in-thread', checked, from: 'mastodon/mastodon components/status.jsx'},
	firstInThread: {css: '.status--first-in-thread', checked, from: 'mastodon/mastodon components/status.jsx'},
	toolbar: {
		css: '.status__action-bar, .detailed-status__action-bar',
		checked,
		from: 'mastodon/mastodon components/status_action_bar.jsx; the second memory',
	},
	openReply: {
		css: 'button:has(.icon-reply), button:has(.icon-reply-all), button:has(.fa-reply), button:has(.fa-reply-all)',
		checked,
		from: 'mastodon/mastodon components/status_action_bar.jsx; the last two: older versions',
	},
	account: {
		css: '.navigation-bar a[href*="/@"]',
		checked,
		from: 'mastodon/mastodon features/compose/components/navigation_bar.tsx',
	},
	target: {
		css: '.reply-indicator__content',
		checked,
		from: 'mastodon/mastodon features/compose/components/reply_indicator.jsx',
	},
	box: {
		css: '.compose-form textarea.autosuggest-textarea__textarea',
		checked,
		from: 'mastodon/mastodon components/autosuggest_textarea.jsx',
	},
} satisfies Selectors;

export const mastodon: Platform = {
	name: 'mastodon',
	hosts: [],
	matches: (_url, page) => page.querySelector(selectors.page.css) !== null,
	sendKey: 'ctrl+enter',
	mention: 'handle',
	selectors,
	commentCss: selectors.card.css,
	findToolbar: (card) => ownPart(card, selectors.toolbar.css),
	readAuthor,
	readThread(card) {
		if (!hasWords('mastodon', card, readAuthor(card), readBody(card))) return undefined;
		const page = card.ownerDocument;
		const cards = findAll(page, selectors.card.css);
		const {post, turns} = leadingTo(card, cards, {
			isFocal: (other) => other.matches(selectors.focal.css),
			answersPrevious,
		});
		return toPageComment({
			platform: 'mastodon',
			url: readAddress(ownPart(card, selectors.permalink.css)) || page.location.href,
			post: post ? readBody(post) : '',
			comments: [...turns, card].map(readComment),
			others: readEach(
				cards,
				(other) => other !== card && other !== post && !turns.includes(other),
				readBody,
			),
			when: readLine(ownPart(card, selectors.permalink.css)?.querySelector('time')),
		});
	},
	findReplyBox(card) {
		const page = card.ownerDocument;
		// One form serves all: it is this comment's while it shows this comment's words above itself.
		const isFor = () =>
			readLine(page.querySelector(selectors.target.css)).startsWith(oneLine(readBody(card)));
		return openReplyBox(
			'mastodon',
			() => (isFor() ? (page.querySelector<HTMLElement>(selectors.box.css) ?? undefined) : undefined),
			() =>
				ownPart(card, selectors.toolbar.css)?.querySelector<HTMLElement>(selectors.openReply.css) ??
				undefined,
		);
	},
};

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

/** A quoted post lies inside of the card; its parts are not the card's. */
function ownPart(card: HTMLElement, css: string): HTMLElement | undefined {
	return findAll(card, css).find(
		(part) => part.closest(selectors.card.css) === card && !part.closest(selectors.quote.css),
	);
}

function readBody(card: HTMLElement): string {
	return readText(ownPart(card, selectors.text.css));
}

function readAuthor(card: HTMLElement): string {
	return readHandle(ownPart(card, selectors.author.css));
}

/** '@name' of this server or '@name@server' of another, from the link to a profile. */
function readHandle(link: Element | null | undefined): string {
	const address = readAddress(link);
	const {pathname = '', host = ''} = address ? new URL(address) : {};
	const name = /^\/@([^/]+)/.exec(pathname)?.[1];
	if (!name) return '';
	return name.includes('@') || host === link?.ownerDocument.location.host ? `@${name}` : `@${name}@${host}`;
}

function readComment(card: HTMLElement) {
	const author = readAuthor(card);
	const permalink = ownPart(card, selectors.permalink.css);
	const account = readHandle(card.ownerDocument.querySelector(selectors.account.css));
	return {
		id: ownPart(card, selectors.id.css)?.dataset.id ?? /\/(\d+)$/.exec(readAddress(permalink))?.[1] ?? '',
		author,
		text: readBody(card),
		is_own: account !== '' && author.toLowerCase() === account.toLowerCase(),
		posted_at: readTime(permalink?.querySelector('time')),
	};
}

/** Replies are drawn with a line to what they answer; a thread's first has no line upwards. */
function answersPrevious(card: HTMLElement): boolean {
	return (
		card.querySelector(selectors.inThread.css) !== null &&
		card.querySelector(selectors.firstInThread.css) === null
	);
}
