/** YouTube Studio: the comments of one's own channel. */
import {findAll, findDeep, matchesBefore, readAddress, readEach, readLine, readText} from './dom';
import {hosts} from './hosts';
import {hasWords, type Platform, type Selectors, toPageComment} from './platform';
import {openReplyBox} from './reply-box';

const selectors = {
	comment: {css: 'ytcp-comment', checked: '2026-11-22', from: 'public extensions, 2026'},
	thread: {css: 'ytcp-comment-thread', checked: '2026-11-22', from: 'public extensions, 2026'},
	replies: {css: 'ytcp-comment-replies', checked: '2026-11-22', from: 'public extensions, 2026'},
	author: {
		css: '#metadata #name .author-text, #author-text, .author-text',
		checked: '2026-11-22',
		from: 'public extensions, 2026',
	},
	ownBadge: {
		css: 'ytcp-author-comment-badge',
		checked: '2026-11-22',
		from: 'public extensions: the channel itself is marked so',
	},
	time: {
		css: '#published-time-text, .published-time-text',
		checked: '2026-11-22',
		from: 'public extensions, 2026',
	},
	permalink: {
		css: '#published-time-text a[href*="lc="], a.published-time-text[href*="lc="]',
		checked: '2026-11-22',
		from: 'memory',
	},
	text: {css: '#content-text', checked: '2026-11-22', from: 'public extensions, 2026'},
	toolbar: {css: '#toolbar', checked: '2026-11-22', from: 'public extensions, 2026'},
	title: {css: '#video-title', checked: '2026-11-22', from: 'public extensions, 2026: once for each thread'},
	openReply: {
		css: '#reply-button button',
		checked: '2026-11-22',
		from: 'public extensions, 2026',
	},
	box: {
		css: 'ytcp-commentbox textarea, ytcp-commentbox #contenteditable-root[contenteditable]',
		checked: '2026-11-22',
		from: 'public extensions, 2026; in tp-yt-iron-autogrow-textarea',
	},
} satisfies Selectors;

export const youtubeStudio: Platform = {
	name: 'youtube',
	selectors,
	hosts: hosts.youtubeStudio,
	matches: (url) => url.hostname === 'studio.youtube.com',
	sendKey: 'button',
	mention: 'handle', // in answers to replies
	commentCss: selectors.comment.css,
	findToolbar: (comment) => comment.querySelector<HTMLElement>(selectors.toolbar.css) ?? undefined,
	readAuthor,
	readThread(comment) {
		const last = readComment(comment);
		if (!hasWords('youtube studio', comment, last.author, last.text)) return undefined;
		const thread = comment.closest(selectors.thread.css);
		return toPageComment({
			platform: 'youtube',
			url: readAddress(comment.querySelector(selectors.permalink.css)) || comment.ownerDocument.location.href,
			post: readLine((thread ?? comment.ownerDocument).querySelector(selectors.title.css)),
			comments: [...earlierTurns(comment, thread).map(readComment), last],
			others: readEach(
				findAll(comment.ownerDocument, selectors.thread.css),
				(other) => other !== thread,
				(other) => readText(other.querySelector(selectors.text.css)),
			),
			when: readLine(comment.querySelector(selectors.time.css)),
		});
	},
	findReplyBox: (comment) =>
		openReplyBox(
			'youtube studio',
			() => findDeep(comment, selectors.box.css),
			() => comment.querySelector<HTMLElement>(selectors.openReply.css) ?? undefined,
		),
};

function readAuthor(comment: HTMLElement): string {
	return readLine(comment.querySelector(selectors.author.css));
}

function readComment(comment: HTMLElement) {
	const permalink = readAddress(comment.querySelector(selectors.permalink.css));
	return {
		id: permalink ? (new URL(permalink).searchParams.get('lc') ?? '') : '',
		author: readAuthor(comment),
		text: readText(comment.querySelector(selectors.text.css)),
		is_own: comment.querySelector(selectors.ownBadge.css) !== null,
		posted_at: null, // the page only says "2 hours ago"
	};
}

function earlierTurns(comment: HTMLElement, thread: Element | null): HTMLElement[] {
	if (!thread || !comment.closest(selectors.replies.css)) return [];
	return matchesBefore(thread, selectors.comment.css, comment);
}
