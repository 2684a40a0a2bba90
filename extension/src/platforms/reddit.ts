/** Reddit, the new pages and the old ones. */
import {findAll, findDeep, readAddress, readEach, readLine, readText, readTime} from './dom';
import {hosts} from './hosts';
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
	toolbar: {
		css: 'shreddit-comment-action-row',
		checked: '2026-11-22',
		from: 'public extensions, 2026: draws only what is in its slots comment-reply, comment-share, overflow',
	},
	title: {css: 'shreddit-post h1, h1[slot="title"]', checked: '2026-11-21', from: 'public extensions, 2026'},
	post: {
		css: 'shreddit-post [id*="post-rtjson-content"], shreddit-post div[slot="text-body"]',
		checked: '2026-11-21',
		from: 'public extensions, 2026',
	},
	openReply: {
		css: '[slot="comment-reply"] button, button[slot="comment-reply"], [noun="reply_comment"] button',
		checked: '2026-11-22',
		from: 'public extensions, verified on live pages 2026-09-21',
	},
	box: {
		css: 'shreddit-composer [contenteditable="true"][role="textbox"], shreddit-composer textarea',
		checked: '2026-11-21',
		from: 'public extensions, 2026; deep in shadow roots',
	},
	account: {
		css: 'rs-current-user[display-name], faceplate-tracker[source="user_drawer"][noun="profile"] a[href^="/user/"], #user-drawer-content a[href^="/user/"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026: the account that is signed in; the menu may not be there before it is opened',
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
	hosts: hosts.reddit,
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
			return box && commentAround(box) === comment ? box : undefined;
		};
		const css = isOld(comment) ? selectors.oldReply.css : selectors.openReply.css;
		return openReplyBox('reddit', find, () => ownPart(comment, css));
	},
};

/** The first match that belongs to this comment and not to a reply inside of it. */
function ownPart(comment: HTMLElement, css: string): HTMLElement | undefined {
	return findAll(comment, css).find((part) => part.closest(anyComment) === comment);
}

/** The comment that a part is in, looking out of shadow roots too. */
function commentAround(part: Element): Element | undefined {
	const near = part.closest(anyComment);
	if (near) return near;
	const root = part.getRootNode();
	return root instanceof ShadowRoot ? commentAround(root.host) : undefined;
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
	const account = signedIn(comment.ownerDocument);
	return {
		id: comment.getAttribute(isOld(comment) ? 'data-fullname' : 'thingid') ?? '',
		author,
		text: readBody(comment),
		is_own: account !== '' && author.toLowerCase() === account.toLowerCase(),
		posted_at: readTime(timeOf(comment)),
	};
}

/** The name of the account that is signed in; '' when the page does not show it. */
function signedIn(page: Document): string {
	const account = page.querySelector(selectors.account.css);
	return (
		account?.getAttribute('display-name') ||
		/^\/user\/([^/?#]+)/.exec(account?.getAttribute('href') ?? '')?.[1] ||
		readLine(page.querySelector(selectors.oldAccount.css))
	);
}
