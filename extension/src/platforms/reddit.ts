/** Reddit, the new pages and the old ones. */
import {findAll, findDeep, readAddress, readEach, readLine, readText, readTime} from './dom';
import {type Platform, type Selectors, toPageComment} from './platform';
import {openReplyBox} from './reply-box';

const selectors = {
	comment: {css: 'shreddit-comment', checked: '2026-11-21', from: 'public extensions, 2026'},
	text: {
		css: '[id$="-comment-rtjson-content"], div[slot="comment"], div.md',
		checked: '2026-11-21',
		from: 'public extensions, 2026',
	},
	time: {
		css: '[slot="commentMeta"] time, faceplate-timeago time, time',
		checked: '2026-11-21',
		from: 'public extensions, 2026',
	},
	toolbar: {css: 'shreddit-comment-action-row', checked: '2026-11-21', from: 'public extensions, 2026'},
	title: {css: 'shreddit-post h1, h1[slot="title"]', checked: '2026-11-21', from: 'public extensions, 2026'},
	post: {
		css: 'shreddit-post [id*="post-rtjson-content"], shreddit-post div[slot="text-body"]',
		checked: '2026-11-21',
		from: 'public extensions, 2026',
	},
	openReply: {
		css: 'faceplate-tracker[slot="comment-reply"] button, [slot="comment-reply"] button',
		checked: '2026-11-21',
		from: 'public extensions, 2026',
	},
	box: {
		css: 'shreddit-composer [contenteditable="true"][role="textbox"], shreddit-composer textarea',
		checked: '2026-11-21',
		from: 'public extensions, 2026; deep in shadow roots',
	},
	oldComment: {css: '.thing.comment', checked: '2026-11-21', from: 'public extensions, 2026'},
	oldText: {css: ':scope > .entry .md', checked: '2026-11-21', from: 'public extensions, 2026'},
	oldAuthor: {
		css: ':scope > .entry .tagline .author',
		checked: '2026-11-21',
		from: 'public extensions, 2026',
	},
	oldTime: {css: ':scope > .entry .tagline time', checked: '2026-11-21', from: 'memory'},
	oldToolbar: {css: ':scope > .entry .buttons', checked: '2026-11-21', from: 'public extensions, 2026'},
	oldReply: {css: ':scope > .entry .reply-button a', checked: '2026-11-21', from: 'memory'},
	oldPermalink: {css: ':scope > .entry a.bylink', checked: '2026-11-21', from: 'memory'},
	oldBox: {css: '.usertext-edit textarea', checked: '2026-11-21', from: 'public extensions, 2026'},
	oldTitle: {css: '.thing.link a.title', checked: '2026-11-21', from: 'memory'},
	oldPost: {css: '.thing.link .usertext-body .md', checked: '2026-11-21', from: 'memory'},
	oldAccount: {
		css: '#header .user > a',
		checked: '2026-11-21',
		from: 'memory: names the account that is signed in',
	},
} satisfies Selectors;

const anyComment = `${selectors.comment.css}, ${selectors.oldComment.css}`;
const isOld = (comment: Element) => comment.matches(selectors.oldComment.css);

export const reddit: Platform = {
	name: 'reddit',
	hosts: ['https://www.reddit.com/*', 'https://old.reddit.com/*'],
	matches: (url) => /(^|\.)reddit\.com$/.test(url.hostname),
	sendKey: 'button',
	mention: 'none',
	selectors,
	commentCss: anyComment,
	findToolbar: (comment) =>
		ownPart(comment, isOld(comment) ? selectors.oldToolbar.css : selectors.toolbar.css),
	readAuthor,
	readThread(comment) {
		if (!readBody(comment)) return undefined; // removed ones keep their place
		const page = comment.ownerDocument;
		const parents = parentsOf(comment);
		const root = parents[0] ?? comment;
		const title = readLine(page.querySelector(`${selectors.title.css}, ${selectors.oldTitle.css}`));
		const body = readText(page.querySelector(`${selectors.post.css}, ${selectors.oldPost.css}`));
		return toPageComment({
			platform: 'reddit',
			url: readPermalink(comment) || page.location.href,
			post: [title, body].filter(Boolean).join('\n\n'),
			comments: [...parents, comment].map(readComment),
			others: readEach(findAll(page, anyComment), (other) => !root.contains(other), readBody),
			when: readLine(timeOf(comment)),
		});
	},
	async findReplyBox(comment) {
		// The boxes of replies below are not this comment's.
		const find = () => {
			const box = findDeep(comment, isOld(comment) ? selectors.oldBox.css : selectors.box.css);
			const holder = box?.closest(anyComment);
			return box && (!holder || holder === comment) ? box : undefined;
		};
		const css = isOld(comment) ? selectors.oldReply.css : selectors.openReply.css;
		return openReplyBox('reddit', find, () => ownPart(comment, css));
	},
};

/** The first match that belongs to this comment and not to a reply inside of it. */
function ownPart(comment: HTMLElement, css: string): HTMLElement | undefined {
	return findAll(comment, css).find((part) => part.closest(anyComment) === comment);
}

function parentsOf(comment: HTMLElement): HTMLElement[] {
	const parent = comment.parentElement?.closest<HTMLElement>(anyComment);
	return parent ? [...parentsOf(parent), parent] : [];
}

function readAuthor(comment: HTMLElement): string {
	if (!isOld(comment)) return comment.getAttribute('author') ?? '';
	return readLine(comment.querySelector(selectors.oldAuthor.css));
}

function readBody(comment: HTMLElement): string {
	return readText(ownPart(comment, isOld(comment) ? selectors.oldText.css : selectors.text.css));
}

function timeOf(comment: HTMLElement): Element | undefined {
	return ownPart(comment, isOld(comment) ? selectors.oldTime.css : selectors.time.css);
}

function readPermalink(comment: HTMLElement): string {
	if (isOld(comment)) return readAddress(comment.querySelector(selectors.oldPermalink.css));
	const path = comment.getAttribute('permalink');
	return path ? new URL(path, comment.ownerDocument.location.href).href : '';
}

function readComment(comment: HTMLElement) {
	const author = readAuthor(comment);
	const account = readLine(comment.ownerDocument.querySelector(selectors.oldAccount.css));
	return {
		id: comment.getAttribute(isOld(comment) ? 'data-fullname' : 'thingid') ?? '',
		author,
		text: readBody(comment),
		is_own: account !== '' && author === account,
		posted_at: readTime(timeOf(comment)),
	};
}
