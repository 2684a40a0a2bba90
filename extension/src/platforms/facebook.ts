/**
 * Facebook: posts of pages, groups and people, on their own page, in a feed or in a dialog.
 * Its class names are generated and its labels translated, so roles and the ids in links are what is held on to.
 */
import {findAll, matchesBefore, ownParts, readAddress, readEach, readLine, readText} from './dom';
import {hosts} from './hosts';
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
	hosts: hosts.facebook,
	matches: (url) => /^(www|web)\.facebook\.com$/.test(url.hostname),
	sendKey: 'enter',
	mention: 'name',
	commentCss: selectors.comment.css,
	findToolbar: (comment) => ownPart(comment, selectors.actions.css),
	readAuthor,
	readThread(comment) {
		const account = accountLabels(comment);
		const last = readComment(comment, account);
		if (!hasWords('facebook', comment, last.author, last.text)) return undefined;
		const scope = scopeOf(comment);
		const root = rootOf(comment);
		const post = postOf(comment);
		const turns = matchesBefore(scope, selectors.comment.css, comment).filter(
			(other) => rootOf(other) === root,
		);
		return toPageComment({
			platform: 'facebook',
			url: permalink(comment) || comment.ownerDocument.location.href,
			post: readPost(comment),
			comments: [...turns.map((turn) => readComment(turn, account)), last],
			others: readEach(
				findAll(scope, selectors.comment.css),
				// Comments of other posts stand on the page too.
				(other) => rootOf(other) !== root && idOf(other) === rootOf(other) && postOf(other) === post,
				readWords,
			),
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

/** The comment that opened the thread, from the link on the time. */
function rootOf(comment: HTMLElement): string {
	return readId(/[?&]comment_id=([^&#]+)/.exec(linkOf(comment))?.[1]);
}

function idOf(comment: HTMLElement): string {
	return readId(/[?&]reply_comment_id=([^&#]+)/.exec(linkOf(comment))?.[1]) || rootOf(comment);
}

function linkOf(comment: HTMLElement): string {
	return timeOf(comment)?.getAttribute('href') ?? '';
}

/** Without what Facebook adds to follow a person's steps. */
function permalink(comment: HTMLElement): string {
	const address = readAddress(timeOf(comment));
	if (!address) return '';
	const url = new URL(address);
	// Not by keys(): Firefox lets no content script iterate over what belongs to the page.
	const names: string[] = [];
	url.searchParams.forEach((_, name) => void names.push(name));
	for (const name of names) if (name.startsWith('__')) url.searchParams.delete(name);
	return url.href;
}

/** The address of a comment's post, to tell its comments from those of other posts. */
function postOf(comment: HTMLElement): string {
	const address = permalink(comment);
	if (!address) return '';
	const url = new URL(address);
	for (const name of ['comment_id', 'reply_comment_id']) url.searchParams.delete(name);
	return url.href;
}

/** Some links carry the id as it is, others as "comment:<post>_<id>" in base64. */
function readId(value = ''): string {
	if (/^\d*$/.test(value)) return value;
	try {
		return /_(\d+)$/.exec(atob(decodeURIComponent(value)))?.[1] ?? value;
	} catch (error) {
		if (error instanceof DOMException || error instanceof URIError) return value; // no base64 either
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

function readComment(comment: HTMLElement, account: string[]) {
	const author = readAuthor(comment);
	return {
		id: idOf(comment),
		author,
		text: readWords(comment),
		is_own: author !== '' && account.some((label) => label.includes(author)),
		posted_at: null, // the page only says "2h"
	};
}

/** The box under the post is labelled, in any language, with the name that one writes as. */
function accountLabels(comment: HTMLElement): string[] {
	return findAll(scopeOf(comment), selectors.box.css)
		.filter((box) => threadAround(box) === undefined)
		.map(labelOf);
}

function labelOf(box: HTMLElement): string {
	return box.getAttribute('aria-label') ?? '';
}

/** The boxes that answer in a comment's thread; the box under the post stands among several threads. */
function replyBoxes(comment: HTMLElement): HTMLElement[] {
	const root = rootOf(comment);
	return findAll(scopeOf(comment), selectors.box.css).filter((box) => threadAround(box) === root);
}

/** The thread whose part of the page a box stands in; undefined where several are as near. */
function threadAround(box: HTMLElement): string | undefined {
	for (let around = box.parentElement; around; around = around.parentElement) {
		const [first, ...others] = around.querySelectorAll<HTMLElement>(selectors.comment.css);
		if (!first) continue;
		const root = rootOf(first);
		return others.every((other) => rootOf(other) === root) ? root : undefined;
	}
	return undefined;
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
