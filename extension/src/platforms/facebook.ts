/**
 * Facebook: posts of pages, groups and people, on their own page, in a feed or in a dialog.
 * Its class names are generated and its labels translated, so roles and the ids in links are what is held on to.
 */
import {findAll, matchesBefore, ownParts, readLine, readText} from './dom';
import {hasWords, type Platform, type Selectors, toPageComment} from './platform';
import {openReplyBox} from './reply-box';

const selectors = {
	comment: {
		css: 'div[role="article"][aria-label]:not([aria-posinset]):has(a[href*="comment_id="])',
		checked: '2026-11-22',
		from: 'public extensions, 2026: posts in a feed have a place in it and no label',
	},
	article: {css: '[role="article"]', checked: '2026-11-22', from: 'public extensions, 2026'},
	permalink: {
		css: 'a[href*="comment_id="]',
		checked: '2026-11-22',
		from: 'public extensions, 2026: the author and the time both link so',
	},
	author: {
		css: 'a[href] span[dir="auto"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026',
	},
	bareAuthor: {
		css: 'span[dir="auto"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026: to whom is not signed in, the name is no link',
	},
	text: {css: 'div[dir="auto"]', checked: '2026-11-22', from: 'public extensions, 2026: one for each line'},
	notText: {
		css: 'ul, a, form, [role="button"], [contenteditable]',
		checked: '2026-11-22',
		from: 'what stands around the words',
	},
	actions: {css: 'ul', checked: '2026-11-22', from: 'memory: the row of time, Like and Reply'},
	action: {
		css: 'ul [role="button"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026: Like comes first, Reply second',
	},
	post: {
		css: '[data-ad-preview="message"], [data-ad-comet-preview="message"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026',
	},
	dialog: {
		css: '[role="dialog"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026: the feed behind it keeps its comments',
	},
	box: {
		css: '[role="textbox"][contenteditable="true"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026: Lexical; its label names whom one writes as, or whom one answers',
	},
} satisfies Selectors;

export const facebook: Platform = {
	name: 'facebook',
	selectors,
	hosts: ['https://www.facebook.com/*'],
	matches: (url) => /^(www|web|business)\.facebook\.com$/.test(url.hostname),
	sendKey: 'enter',
	mention: 'name',
	commentCss: selectors.comment.css,
	findToolbar: (comment) => ownPart(comment, selectors.actions.css),
	readAuthor,
	readThread(comment) {
		const last = readComment(comment);
		if (!hasWords('facebook', comment, last.author, last.text)) return undefined;
		const place = placeOf(comment);
		const near = findAll(scopeOf(comment), selectors.comment.css)
			.map((other) => ({other, at: placeOf(other)}))
			.filter(({at}) => at.post === place.post); // comments of other posts stand on the page too
		const isBefore = new Set(matchesBefore(scopeOf(comment), selectors.comment.css, comment));
		const turns = near.filter(({other, at}) => at.root === place.root && isBefore.has(other));
		return toPageComment({
			platform: 'facebook',
			url: place.url || comment.ownerDocument.location.href,
			post: readPost(comment),
			comments: [...turns.map(({other}) => readComment(other)), last],
			others: near
				.filter(({at}) => at.root !== place.root && at.id === at.root)
				.map(({other}) => readWords(other)),
			when: readLine(timeOf(comment)),
		});
	},
	findReplyBox: (comment) =>
		openReplyBox(
			'facebook',
			() => replyBoxes(comment).find((box) => labelOf(box).includes(readAuthor(comment))),
			() => ownParts(comment, selectors.action.css, selectors.article.css)[1],
		),
};

type Place = {
	/** The post's address, to tell its comments from those of other posts. */
	post: string;
	/** The comment that opened the thread. */
	root: string;
	id: string;
	url: string;
};

/** Where a comment belongs, from the link on its time. */
function placeOf(comment: HTMLElement): Place {
	const href = timeOf(comment)?.getAttribute('href');
	if (!href) return {post: '', root: '', id: '', url: ''};
	const url = new URL(href, comment.ownerDocument.location.href);
	const root = readId(url.searchParams.get('comment_id'));
	const id = readId(url.searchParams.get('reply_comment_id')) || root;
	for (const name of [...url.searchParams.keys()]) if (name.startsWith('__')) url.searchParams.delete(name);
	const post = new URL(url);
	for (const name of ['comment_id', 'reply_comment_id']) post.searchParams.delete(name);
	return {post: post.href, root, id, url: url.href};
}

/** Some links carry the id as it is, others as "comment:<post>_<id>" in base64. */
function readId(value: string | null): string {
	if (!value || /^\d+$/.test(value)) return value ?? '';
	try {
		return /_(\d+)$/.exec(atob(value))?.[1] ?? value;
	} catch (error) {
		if (error instanceof DOMException) return value; // no base64 either
		throw error;
	}
}

function timeOf(comment: HTMLElement): HTMLElement | undefined {
	return ownParts(comment, selectors.permalink.css, selectors.article.css).at(-1);
}

function ownPart(comment: HTMLElement, css: string): HTMLElement | undefined {
	return ownParts(comment, css, selectors.article.css)[0];
}

function readAuthor(comment: HTMLElement): string {
	const names = [selectors.author.css, selectors.bareAuthor.css].flatMap((css) =>
		ownParts(comment, css, selectors.article.css).map(readLine),
	);
	return names.find(Boolean) ?? '';
}

function readWords(comment: HTMLElement): string {
	return ownParts(comment, selectors.text.css, selectors.article.css)
		.filter((line) => !line.parentElement?.closest(`${selectors.text.css}, ${selectors.notText.css}`))
		.map(readText)
		.join('\n');
}

function readComment(comment: HTMLElement) {
	const author = readAuthor(comment);
	return {
		id: placeOf(comment).id,
		author,
		text: readWords(comment),
		is_own: author !== '' && isSignedIn(comment, author),
		posted_at: null, // the page only says "2h"
	};
}

/** The box under the post is labelled, in any language, with the name that one writes as. */
function isSignedIn(comment: HTMLElement, name: string): boolean {
	return findAll(scopeOf(comment), selectors.box.css).some(
		(box) => labelOf(box).includes(name) && threadsAround(box).size !== 1,
	);
}

function labelOf(box: HTMLElement): string {
	return box.getAttribute('aria-label') ?? '';
}

/** The boxes that answer in a comment's thread; the box under the post stands among several threads. */
function replyBoxes(comment: HTMLElement): HTMLElement[] {
	const {root} = placeOf(comment);
	return findAll(scopeOf(comment), selectors.box.css).filter((box) => {
		const threads = threadsAround(box);
		return threads.size === 1 && threads.has(root);
	});
}

/** The threads that stand in the nearest part of the page around a box that holds any. */
function threadsAround(box: HTMLElement): Set<string> {
	for (let around = box.parentElement; around; around = around.parentElement) {
		const comments = findAll(around, selectors.comment.css);
		if (comments.length > 0) return new Set(comments.map((comment) => placeOf(comment).root));
	}
	return new Set();
}

function readPost(comment: HTMLElement): string {
	const scope = scopeOf(comment);
	for (let around: Element | null = comment; around; around = around.parentElement) {
		const post = around.querySelector(selectors.post.css);
		if (post) return readText(post);
		if (around === scope) break;
	}
	return '';
}

function scopeOf(comment: HTMLElement): HTMLElement {
	return comment.closest<HTMLElement>(selectors.dialog.css) ?? comment.ownerDocument.body;
}
