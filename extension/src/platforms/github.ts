/** GitHub: issues (the pages of 2025 and those before), pull requests and discussions. */
import {findAll, readAddress, readLine, readText, readTime} from './dom';
import {hosts} from './hosts';
import {ownPart} from './nesting';
import {hasWords, PageChanged, type Platform, type Selectors, toPageComment} from './platform';
import {openReplyBox} from './reply-box';

const checked = '2026-11-22';
const refined = 'refined-github/refined-github github-helpers';

const selectors = {
	comment: {
		css: '.react-issue-body, .react-issue-comment, .timeline-comment, .review-comment',
		checked,
		from: `${refined}; the third: pull requests, discussions and issues before 2025`,
	},
	text: {
		css: '.js-comment-body, [data-testid="markdown-body"], .markdown-body',
		checked,
		from: 'public extensions, 2026',
	},
	author: {
		css: '.author, [data-testid="avatar-link"], [data-testid="issue-body-header-author"]',
		checked,
		from: `${refined}; public extensions, 2026`,
	},
	time: {css: 'relative-time[datetime]', checked, from: 'public extensions, 2026'},
	permalink: {
		css: 'a.js-timestamp, [data-testid="issue-body-header-link"], a[href*="#issuecomment-"], a[href*="#discussioncomment-"], a[href*="#discussion_r"]',
		checked,
		from: 'public extensions, 2026',
	},
	toolbar: {
		css: '.timeline-comment-actions, [data-testid="comment-header-right-side-items"]',
		checked,
		from: 'public extensions, 2026',
	},
	title: {
		css: '[data-testid="issue-title"], .js-issue-title',
		checked,
		from: 'kepano/defuddle; public extensions, 2026',
	},
	reviewThread: {css: '.js-resolvable-timeline-thread-container', checked, from: 'public extensions, 2026'},
	discussionThread: {css: '.js-timeline-item', checked, from: 'public extensions, 2026'},
	account: {css: 'meta[name="user-login"]', checked, from: 'memory: names the account that is signed in'},
	openReply: {css: '.js-toggle-inline-comment-form', checked, from: 'memory: "Write a reply" below a thread'},
	threadBox: {
		css: '.js-inline-comment-form-container.open textarea[name="comment[body]"]',
		checked,
		from: 'memory: the form is there, hidden, before it is opened',
	},
	box: {
		css: '#new_comment_field, .js-new-comment-form textarea[name="comment[body]"], [aria-labelledby="comment-composer-heading"] textarea',
		checked,
		from: `${refined}; public extensions, 2026`,
	},
} satisfies Selectors;

export const github: Platform = {
	name: 'github',
	hosts: hosts.github,
	matches: (url) => url.hostname === 'github.com',
	sendKey: 'ctrl+enter',
	mention: 'none',
	selectors,
	commentCss: selectors.comment.css,
	findToolbar: (comment) =>
		part(comment, selectors.toolbar.css) ?? part(comment, selectors.author.css)?.parentElement ?? undefined,
	readAuthor,
	readThread(comment) {
		if (!hasWords('github', comment, readAuthor(comment), readBody(comment))) return undefined;
		const page = comment.ownerDocument;
		const {opening, turns, others} = conversationOf(comment);
		const title = readLine(page.querySelector(selectors.title.css));
		return toPageComment({
			platform: 'github',
			url: readPermalink(comment) || page.location.href,
			post: [title, opening && opening !== comment ? readBody(opening) : ''].filter(Boolean).join('\n\n'),
			comments: [...turns, comment].map(readComment),
			others: others.map(readBody),
			when: readLine(part(comment, selectors.time.css)),
		});
	},
	async findReplyBox(comment) {
		const thread = threadOf(comment);
		if (thread)
			return openReplyBox(
				'github',
				() => thread.querySelector<HTMLElement>(selectors.threadBox.css) ?? undefined,
				() => thread.querySelector<HTMLElement>(selectors.openReply.css) ?? undefined,
			);
		const box = comment.ownerDocument.querySelector<HTMLElement>(selectors.box.css);
		if (!box)
			throw new PageChanged(
				'github: found no box for a comment on this page. Open it yourself and insert again.',
			);
		return box;
	},
};

function part(comment: HTMLElement, css: string): HTMLElement | undefined {
	return ownPart(comment, css, selectors.comment.css);
}

/** The review thread, or the comment of a discussion with its replies, that a comment is in. Issues have none. */
function threadOf(comment: HTMLElement): HTMLElement | null {
	const isDiscussion = comment.ownerDocument.location.pathname.includes('/discussions/');
	return comment.closest<HTMLElement>(
		isDiscussion ? selectors.discussionThread.css : selectors.reviewThread.css,
	);
}

/** All of an issue is one conversation; a thread in it is one of its own. */
function conversationOf(comment: HTMLElement) {
	const all = findAll(comment.ownerDocument, selectors.comment.css);
	const opening = all[0];
	const thread = threadOf(comment);
	const conversation = all.filter((other) => threadOf(other) === thread);
	const turns = conversation.slice(0, conversation.indexOf(comment)).filter((other) => other !== opening);
	const others = all.filter((other) => other !== comment && other !== opening && !turns.includes(other));
	return {opening, turns, others};
}

function readAuthor(comment: HTMLElement): string {
	return readLine(part(comment, selectors.author.css));
}

function readBody(comment: HTMLElement): string {
	return readText(part(comment, selectors.text.css));
}

function readPermalink(comment: HTMLElement): string {
	return readAddress(part(comment, selectors.permalink.css));
}

function readComment(comment: HTMLElement) {
	const author = readAuthor(comment);
	const account = comment.ownerDocument.querySelector(selectors.account.css)?.getAttribute('content');
	return {
		id: readPermalink(comment).split('#')[1] ?? '',
		author,
		text: readBody(comment),
		is_own: author !== '' && author === account,
		posted_at: readTime(part(comment, selectors.time.css)),
	};
}
