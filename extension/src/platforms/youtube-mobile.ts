/** YouTube for the telephone's browser: watch pages and Shorts, comments in a panel. */
import {findAll, matchesBefore, readEach, readLine, readText} from './dom';
import {hosts} from './hosts';
import {hasWords, type Platform, type Selectors, toPageComment} from './platform';
import {openReplyBox} from './reply-box';

const selectors = {
	comment: {css: 'ytm-comment-renderer', checked: '2026-11-22', from: 'public extensions, 2026'},
	thread: {css: 'ytm-comment-thread-renderer', checked: '2026-11-22', from: 'public extensions, 2026'},
	replies: {css: 'ytm-comment-replies-renderer', checked: '2026-11-22', from: 'public extensions, 2026'},
	author: {
		css: '.YtmCommentRendererTitle, .comment-header .author-text, .comment-title',
		checked: '2026-11-22',
		from: 'public extensions, 2026',
	},
	ownerBadge: {
		css: 'ytm-author-comment-badge-renderer, .YtmCommentRendererCreator',
		checked: '2026-11-22',
		from: 'memory: the channel that owns the video is marked so',
	},
	time: {
		css: '.YtmCommentRendererPublishedTime, .comment-published-time',
		checked: '2026-11-22',
		from: 'memory',
	},
	text: {
		css: '.YtmCommentRendererText, .comment-content .comment-text',
		checked: '2026-11-22',
		from: 'public extensions, seen with a browser 2026-06-03',
	},
	toolbar: {
		css: '.YtmCommentRendererDetails, .comment-details',
		checked: '2026-11-22',
		from: 'public extensions, 2026',
	},
	title: {
		css: '.slim-video-information-title, ytm-slim-video-metadata-section-renderer h2, ytm-reel-player-overlay-renderer h2',
		checked: '2026-11-22',
		from: 'memory',
	},
	openReply: {
		css: '.YtmCommentRendererReplyButton button, .YtmCommentRendererDetails > :last-child button, .comment-details button:last-of-type',
		checked: '2026-11-22',
		from: 'memory: it comes after the likes',
	},
	box: {
		css: 'textarea.YtmCommentReplyDialogRendererInput, ytm-comment-reply-dialog-renderer textarea',
		checked: '2026-11-22',
		from: 'public extensions, 2026: a dialog over the page',
	},
} satisfies Selectors;

export const youtubeMobile: Platform = {
	name: 'youtube',
	selectors,
	hosts: hosts.youtubeMobile,
	matches: (url) => url.hostname === 'm.youtube.com',
	sendKey: 'button',
	mention: 'handle', // in answers to replies
	commentCss: selectors.comment.css,
	findToolbar: (comment) => comment.querySelector<HTMLElement>(selectors.toolbar.css) ?? undefined,
	readAuthor,
	readThread(comment) {
		const last = readComment(comment);
		if (!hasWords('youtube', comment, last.author, last.text)) return undefined;
		const page = comment.ownerDocument;
		const thread = comment.closest(selectors.thread.css);
		return toPageComment({
			platform: 'youtube',
			url: page.location.href,
			post: readLine(page.querySelector(selectors.title.css)),
			comments: [...earlierTurns(comment, thread).map(readComment), last],
			others: readEach(
				findAll(page, selectors.thread.css),
				(other) => other !== thread,
				(other) => readText(other.querySelector(selectors.text.css)),
			),
			when: readLine(comment.querySelector(selectors.time.css)),
		});
	},
	findReplyBox: (comment) =>
		openReplyBox(
			'youtube',
			// The dialog covers the page: while one is open, no other comment can be asked about.
			() => comment.ownerDocument.querySelector<HTMLElement>(selectors.box.css) ?? undefined,
			() => comment.querySelector<HTMLElement>(selectors.openReply.css) ?? undefined,
		),
};

function readAuthor(comment: HTMLElement): string {
	return readLine(comment.querySelector(selectors.author.css));
}

function readComment(comment: HTMLElement) {
	return {
		id: '', // the page names no comment
		author: readAuthor(comment),
		text: readText(comment.querySelector(selectors.text.css)),
		is_own: comment.querySelector(selectors.ownerBadge.css) !== null,
		posted_at: null, // the page only says "2 hours ago"
	};
}

function earlierTurns(comment: HTMLElement, thread: Element | null): HTMLElement[] {
	if (!thread || !comment.closest(selectors.replies.css)) return [];
	return matchesBefore(thread, selectors.comment.css, comment);
}
