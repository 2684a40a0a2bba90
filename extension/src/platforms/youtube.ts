/** YouTube's watch page and its Shorts on a computer; the comments of Shorts stand in a panel. */
import {findAll, findDeep, matchesBefore, readAddress, readEach, readLine, readText, waitFor} from './dom';
import {hosts} from './hosts';
import {hasWords, PageChanged, type Platform, type Selectors, toPageComment} from './platform';
import {openReplyBox} from './reply-box';

const selectors = {
	comment: {
		css: 'ytd-comment-view-model, ytd-comment-renderer',
		checked: '2026-11-21',
		from: 'public extensions, 2026; the second is the old element',
	},
	thread: {
		css: 'ytd-comment-thread-renderer',
		checked: '2026-11-22',
		from: 'public extensions, 2026: also around each reply, in yt-sub-thread',
	},
	replies: {css: 'ytd-comment-replies-renderer', checked: '2026-11-21', from: 'public extensions, 2026'},
	author: {
		css: '#author-text, #author-comment-badge #text',
		checked: '2026-11-21',
		from: 'public extensions, 2026',
	},
	ownerBadge: {
		css: 'ytd-author-comment-badge-renderer[creator]',
		checked: '2026-11-21',
		from: 'memory: the channel that owns the video is marked so',
	},
	time: {
		css: '#published-time-text a, .published-time-text a',
		checked: '2026-11-21',
		from: 'public extensions, 2026',
	},
	text: {css: '#content-text', checked: '2026-11-21', from: 'public extensions, 2026'},
	toolbar: {css: '#toolbar', checked: '2026-11-21', from: 'public extensions, 2026'},
	title: {
		css: 'ytd-watch-metadata h1, #above-the-fold #title h1',
		checked: '2026-11-21',
		from: 'memory',
	},
	description: {
		css: 'ytd-watch-metadata #description-inline-expander, ytd-watch-metadata #description',
		checked: '2026-11-21',
		from: 'memory',
	},
	backstagePost: {
		css: 'ytd-backstage-post-renderer #content-text',
		checked: '2026-11-22',
		from: 'public extensions, 2026: the words of a post of the Posts tab, on its own page',
	},
	shortsTitle: {
		css: 'ytd-reel-video-renderer[is-active] h2, ytd-shorts:not(:has(ytd-reel-video-renderer[is-active])) h2',
		checked: '2026-11-22',
		from: 'memory: several Shorts are on the page, one is active',
	},
	section: {
		css: 'ytd-comments, ytd-engagement-panel-section-list-renderer',
		checked: '2026-11-22',
		from: 'public extensions, 2026: all comments of one video; the page of a post has one list',
	},
	openReply: {
		css: '#reply-button-end button',
		checked: '2026-11-21',
		from: 'public extensions, 2026',
	},
	box: {
		css: 'ytd-commentbox #contenteditable-root[contenteditable], #contenteditable-root[contenteditable]',
		checked: '2026-11-21',
		from: 'public extensions, 2026',
	},
} satisfies Selectors;

export const youtube: Platform = {
	name: 'youtube',
	hosts: hosts.youtube,
	matches: (url) => /^(www\.)?youtube\.com$/.test(url.hostname),
	sendKey: 'button',
	mention: 'handle', // in answers to replies
	selectors,
	commentCss: selectors.comment.css,
	findToolbar: (comment) => comment.querySelector<HTMLElement>(selectors.toolbar.css) ?? undefined,
	readAuthor,
	readThread(comment) {
		const last = readComment(comment);
		if (!hasWords('youtube', comment, last.author, last.text)) return undefined;
		const permalink = readAddress(comment.querySelector(selectors.time.css));
		return toPageComment({
			platform: 'youtube',
			url: permalink || comment.ownerDocument.location.href,
			post: readPost(comment.ownerDocument),
			comments: [...earlierTurns(comment).map(readComment), last],
			others: readOthers(comment),
			when: readLine(comment.querySelector(selectors.time.css)),
		});
	},
	async findReplyBox(comment) {
		const find = () => findDeep(comment, selectors.box.css);
		const open = find();
		if (open) return open;
		const box = await openReplyBox(
			'youtube',
			find,
			() => comment.querySelector<HTMLElement>(selectors.openReply.css) ?? undefined,
		);
		box.focus();
		// YouTube re-creates the box when it gets focus, so look it up again.
		return (await waitFor(find, 200)) ?? box;
	},
};

function readAuthor(comment: HTMLElement): string {
	return readLine(comment.querySelector(selectors.author.css));
}

function readComment(comment: HTMLElement) {
	const permalink = readAddress(comment.querySelector(selectors.time.css));
	return {
		id: permalink ? (new URL(permalink).searchParams.get('lc') ?? '') : '',
		author: readAuthor(comment),
		text: readText(comment.querySelector(selectors.text.css)),
		is_own: comment.querySelector(selectors.ownerBadge.css) !== null,
		posted_at: null, // the page only says "2 hours ago"
	};
}

/**
 * The comments that this one hangs from, and the replies above it in its own list; none for the opening comment.
 * Since 2025 each reply stands in a thread of its own, inside the one that it answers; before, all stood in one list.
 */
function earlierTurns(comment: HTMLElement): HTMLElement[] {
	const list = comment.closest(selectors.replies.css);
	if (!list) return [];
	const thread = outermostThread(comment);
	if (!thread) throw new PageChanged('youtube: found a reply outside of a thread.');
	return matchesBefore(thread, selectors.comment.css, comment).filter(
		(other) =>
			other.closest(selectors.replies.css) === list || other.closest(selectors.thread.css)?.contains(comment),
	);
}

function outermostThread(part: Element): Element | undefined {
	const thread = part.closest(selectors.thread.css);
	if (!thread) return undefined;
	return (thread.parentElement && outermostThread(thread.parentElement)) ?? thread;
}

function readPost(page: Document): string {
	if (page.location.pathname.startsWith('/shorts/'))
		return readLine(page.querySelector(selectors.shortsTitle.css));
	if (/^\/(?:post\/|channel\/[^/]+\/community)/.test(page.location.pathname))
		return readText(page.querySelector(selectors.backstagePost.css));
	const title = readLine(page.querySelector(selectors.title.css));
	const description = readText(page.querySelector(selectors.description.css)).slice(0, 600);
	return [title, description].filter(Boolean).join('\n\n');
}

function readOthers(comment: HTMLElement): Iterable<string> {
	const own = outermostThread(comment);
	const section = comment.closest<HTMLElement>(selectors.section.css) ?? comment.ownerDocument;
	return readEach(
		findAll(section, selectors.thread.css),
		(thread) => thread !== own && outermostThread(thread) === thread,
		(thread) => readText(thread.querySelector(selectors.text.css)),
	);
}
