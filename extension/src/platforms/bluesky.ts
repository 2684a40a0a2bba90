/** Bluesky on the web. */
import {leadingTo} from './chain';
import {findAll, readAddress, readEach, readLine, readText} from './dom';
import {hosts} from './hosts';
import {AnswersAnother, hasWords, type Platform, type Selectors, toPageComment} from './platform';
import {openReplyBox} from './reply-box';

const checked = '2026-11-22';

const selectors = {
	card: {
		css: '[data-testid^="postThreadItem-by-"], [data-testid^="feedItem-by-"]',
		checked,
		from: 'social-app PostThread/components/ThreadItemPost.tsx, ThreadItemAnchor.tsx',
	},
	focal: {
		css: '[data-testid^="postThreadItem-by-"]:not([role="link"])',
		checked,
		from: 'public extensions, 2026: all but the post that the page is about are links',
	},
	text: {
		css: '[data-testid="postText"], [data-word-wrap="1"]',
		checked,
		from: 'kepano/defuddle; public extensions, 2026',
	},
	permalink: {css: 'a[href*="/post/"]', checked, from: 'social-app view/com/util/PostMeta.tsx'},
	lineUp: {
		css: ':scope > div:first-child div[style*="width: 2px"]',
		checked,
		from: 'kepano/defuddle: the line to the post above',
	},
	toolbar: {
		css: 'div:has(> div > div > [data-testid="replyBtn"])',
		checked,
		from: 'social-app components/PostControls/index.tsx',
	},
	openReply: {
		css: '[data-testid="replyBtn"]',
		checked,
		from: 'social-app components/PostControls/index.tsx',
	},
	account: {
		css: 'nav a[href^="/profile/"], [role="navigation"] a[href^="/profile/"]',
		checked,
		from: 'public extensions, 2026',
	},
	dialog: {css: '[role="dialog"]', checked, from: 'memory: the composer is a dialog'},
	box: {
		css: '.ProseMirror[contenteditable="true"]',
		checked,
		from: 'social-app view/com/composer/text-input/TextInput.web.tsx',
	},
} satisfies Selectors;

export const bluesky: Platform = {
	name: 'bluesky',
	hosts: hosts.bluesky,
	matches: (url) => url.hostname === 'bsky.app',
	sendKey: 'ctrl+enter',
	mention: 'none',
	selectors,
	commentCss: selectors.card.css,
	findToolbar: (card) => card.querySelector<HTMLElement>(selectors.toolbar.css) ?? undefined,
	readAuthor,
	readThread(card) {
		if (!hasWords('bluesky', card, readAuthor(card), readBody(card))) return undefined;
		const page = card.ownerDocument;
		const cards = findAll(page, selectors.card.css);
		const {post, turns} = leadingTo(card, cards, {
			isFocal: (other) => other.matches(selectors.focal.css),
			answersPrevious: (other) => other.querySelector(selectors.lineUp.css) !== null,
		});
		return toPageComment({
			platform: 'bluesky',
			url: readPermalink(card),
			post: post ? readBody(post) : '',
			comments: [...turns, card].map(readComment),
			others: readEach(
				cards,
				(other) => other !== card && other !== post && !turns.includes(other),
				readBody,
			),
			when: card.matches(selectors.focal.css)
				? ''
				: readLine(card.querySelector(selectors.permalink.css)).replace(/^· ?/, ''),
		});
	},
	findReplyBox(card) {
		const page = card.ownerDocument;
		// The composer shows the post that it answers.
		const words = readBody(card).replace(/\s+/g, ' ');
		const find = () => {
			const dialog = findAll(page, selectors.dialog.css).find((open) =>
				open.querySelector(selectors.box.css),
			);
			if (!dialog) return undefined;
			if (!readLine(dialog).includes(words))
				throw new AnswersAnother(
					'bluesky: the open composer answers another post. Close it and insert again.',
				);
			return dialog.querySelector<HTMLElement>(selectors.box.css) ?? undefined;
		};
		return openReplyBox(
			'bluesky',
			find,
			() => card.querySelector<HTMLElement>(selectors.openReply.css) ?? undefined,
		);
	},
};

function readBody(card: HTMLElement): string {
	return readText(card.querySelector(selectors.text.css));
}

function readAuthor(card: HTMLElement): string {
	const handle = /-by-(.+)$/.exec(card.dataset.testid ?? '')?.[1];
	return handle ? `@${handle}` : '';
}

/** The post that the page is about shows no link to itself: its address is the page's. */
function readPermalink(card: HTMLElement): string {
	const {href} = card.ownerDocument.location;
	return card.matches(selectors.focal.css)
		? href
		: readAddress(card.querySelector(selectors.permalink.css)) || href;
}

function readComment(card: HTMLElement) {
	const author = readAuthor(card);
	const account = card.ownerDocument.querySelector(selectors.account.css)?.getAttribute('href');
	return {
		id: /\/post\/(\w+)/.exec(readPermalink(card))?.[1] ?? '',
		author,
		text: readBody(card),
		is_own: author !== '' && account === `/profile/${author.slice(1)}`,
		posted_at: null, // the page words it in the reader's language and time zone
	};
}
