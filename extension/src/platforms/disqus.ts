/** Disqus: the page with the comments that stands in a frame on other sites. */
import {findAll, readAddress, readEach, readLine, readText} from './dom';
import {hosts} from './hosts';
import {ownPart, parentsOf} from './nesting';
import {hasWords, type Platform, type Selectors, toPageComment} from './platform';
import {openReplyBox} from './reply-box';

const checked = '2026-11-22';
const copy = 'public copies of the frame';

const selectors = {
	comment: {css: 'li.post', checked, from: copy},
	text: {css: '[data-role="message"]', checked, from: copy},
	author: {css: '.post-byline .author', checked, from: copy},
	own: {css: '.authored-by-session-user', checked, from: `${copy}: written by who is signed in`},
	permalink: {css: 'a.time-ago, a[data-role="relative-time"]', checked, from: 'memory'},
	toolbar: {css: '.post-body > header', checked, from: copy},
	openReply: {css: '[data-action="reply"]', checked, from: 'memory'},
	boxHolder: {css: '[data-role="reply-form-container"]', checked, from: 'memory'},
	box: {css: '[contenteditable]:not([contenteditable="false"]), textarea', checked, from: 'memory'},
} satisfies Selectors;

export const disqus: Platform = {
	name: 'disqus',
	hosts: hosts.disqus,
	matches: (url) => url.hostname === 'disqus.com' && url.pathname.startsWith('/embed'),
	sendKey: 'button',
	mention: 'none',
	selectors,
	commentCss: selectors.comment.css,
	findToolbar: (comment) =>
		part(comment, selectors.toolbar.css) ?? part(comment, selectors.author.css)?.parentElement ?? undefined,
	readAuthor,
	readThread(comment) {
		if (!hasWords('disqus', comment, readAuthor(comment), readBody(comment))) return undefined;
		const page = comment.ownerDocument;
		const turns = parentsOf(comment, selectors.comment.css);
		return toPageComment({
			platform: 'disqus',
			url: readAddress(part(comment, selectors.permalink.css)) || page.location.href,
			post: titleOf(page),
			comments: [...turns, comment].map(readComment),
			others: readEach(
				findAll(page, selectors.comment.css),
				(other) => other !== comment && !turns.includes(other),
				readBody,
			),
			when: readLine(part(comment, selectors.permalink.css)),
		});
	},
	findReplyBox: (comment) =>
		openReplyBox(
			'disqus',
			() =>
				part(comment, selectors.boxHolder.css)?.querySelector<HTMLElement>(selectors.box.css) ?? undefined,
			() => part(comment, selectors.openReply.css),
		),
};

function part(comment: HTMLElement, css: string): HTMLElement | undefined {
	return ownPart(comment, css, selectors.comment.css);
}

/** The frame shows no post; the address that it was opened with carries the title. */
function titleOf(page: Document): string {
	const asked = new URLSearchParams(page.location.search);
	return asked.get('t_t') ?? asked.get('t_d') ?? '';
}

function readAuthor(comment: HTMLElement): string {
	return readLine(part(comment, selectors.author.css));
}

function readBody(comment: HTMLElement): string {
	return readText(part(comment, selectors.text.css));
}

function readComment(comment: HTMLElement) {
	return {
		id: /^post-(\d+)$/.exec(comment.id)?.[1] ?? '',
		author: readAuthor(comment),
		text: readBody(comment),
		is_own: part(comment, selectors.own.css) !== undefined,
		posted_at: null, // the page only says "2 hours ago"
	};
}
