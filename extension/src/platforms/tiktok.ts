/** TikTok: the comments beside or below a video. */
import {findAll, matchesBefore, readEach, readLine, readText} from './dom';
import {hosts} from './hosts';
import {hasWords, type Platform, type Selectors, toPageComment} from './platform';
import {openReplyBox} from './reply-box';

const selectors = {
	comment: {
		css: '[class*="DivCommentItemWrapper"], [class*="DivCommentContentContainer"]:not([class*="DivCommentItemWrapper"] *)',
		checked: '2026-11-22',
		from: 'public extensions, 2026; the second is the older page',
	},
	thread: {
		css: '[class*="DivCommentObjectWrapper"], [class*="DivCommentItemContainer"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026; the second is the older page',
	},
	replies: {css: '[class*="DivReplyContainer"]', checked: '2026-11-22', from: 'public extensions, 2026'},
	author: {
		css: 'a[href^="/@"], a[href*="tiktok.com/@"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026: the page shows another name, the handle stands in the link',
	},
	text: {
		css: '[data-e2e="comment-level-1"], [data-e2e="comment-level-2"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026',
	},
	time: {css: '[data-e2e^="comment-time-"]', checked: '2026-11-22', from: 'public extensions, 2026'},
	openReply: {css: '[data-e2e^="comment-reply-"]', checked: '2026-11-22', from: 'public extensions, 2026'},
	post: {
		css: '[data-e2e="browse-video-desc"], [data-e2e="video-desc"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026; the second is memory',
	},
	account: {
		css: 'a[data-e2e="nav-profile"], [data-e2e="nav-profile"] a',
		checked: '2026-11-22',
		from: 'memory: links to the account that is signed in',
	},
	box: {
		css: '[data-e2e="comment-input"] [contenteditable="true"], [class*="DivCommentInputContainer"] [contenteditable="true"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026: Reply opens one among the comments; that under all of them answers the video',
	},
} satisfies Selectors;

export const tiktok: Platform = {
	name: 'tiktok',
	selectors,
	hosts: hosts.tiktok,
	matches: (url) => /^(www\.)?tiktok\.com$/.test(url.hostname),
	sendKey: 'enter',
	mention: 'none',
	commentCss: selectors.comment.css,
	findToolbar: (comment) => findReply(comment)?.parentElement ?? undefined,
	readAuthor,
	readThread(comment) {
		const handle = signedIn(comment.ownerDocument);
		const last = readComment(comment, handle);
		if (!hasWords('tiktok', comment, last.author, last.text)) return undefined;
		const page = comment.ownerDocument;
		const thread = comment.closest<HTMLElement>(selectors.thread.css);
		const isReply = comment.closest(selectors.replies.css) !== null;
		const turns = thread && isReply ? matchesBefore(thread, selectors.comment.css, comment) : [];
		return toPageComment({
			platform: 'tiktok',
			url: page.location.href,
			post: readText(page.querySelector(selectors.post.css)),
			comments: [...turns.map((turn) => readComment(turn, handle)), last],
			others: readEach(
				findAll(page, selectors.thread.css),
				(other) => other !== thread,
				(other) => readText(other.querySelector(selectors.text.css)),
			),
			when: readLine(comment.querySelector(selectors.time.css)),
		});
	},
	findReplyBox(comment) {
		const thread = comment.closest(selectors.thread.css) ?? comment;
		return openReplyBox(
			'tiktok',
			() => thread.querySelector<HTMLElement>(selectors.box.css) ?? undefined,
			() => findReply(comment),
		);
	},
};

function findReply(comment: HTMLElement): HTMLElement | undefined {
	return comment.querySelector<HTMLElement>(selectors.openReply.css) ?? undefined;
}

function readAuthor(comment: HTMLElement): string {
	return handleOf(comment.querySelector(selectors.author.css));
}

/** '@name' of a link to somebody's page. */
function handleOf(link: Element | null): string {
	return /\/(@[^/?#]+)/.exec(link?.getAttribute('href') ?? '')?.[1] ?? '';
}

function signedIn(page: Document): string {
	return handleOf(page.querySelector(selectors.account.css));
}

function readComment(comment: HTMLElement, account: string) {
	const author = readAuthor(comment);
	return {
		id: '', // the page names no comment
		author,
		text: readText(comment.querySelector(selectors.text.css)),
		is_own: account !== '' && author === account,
		posted_at: null, // the page only says "2h ago"
	};
}
