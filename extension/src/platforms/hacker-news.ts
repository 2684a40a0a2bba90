/** Hacker News. */
import {findAll, readAddress, readEach, readLine, readText} from './dom';
import {hosts} from './hosts';
import {hasWords, PageChanged, type Platform, type Selectors, toPageComment} from './platform';

const checked = '2026-11-22';

const selectors = {
	comment: {
		css: 'tr.athing.comtr, .fatitem tr.athing:has(.commtext)',
		checked,
		from: 'kepano/defuddle; the second: the one comment that a page is about',
	},
	head: {css: '.fatitem tr.athing:has(.commtext)', checked, from: 'kepano/defuddle'},
	text: {css: '.commtext', checked, from: 'kepano/defuddle'},
	inText: {css: '.reply', checked, from: 'memory: older pages have the link to reply in the text'},
	author: {css: '.hnuser', checked, from: 'kepano/defuddle'},
	time: {css: '.age', checked, from: 'kepano/defuddle: the exact time in its title'},
	permalink: {css: '.age a', checked, from: 'memory'},
	indent: {css: '.ind', checked, from: 'memory: the depth in its attribute "indent"'},
	spacer: {css: '.ind img', checked, from: 'kepano/defuddle: 40 pixels for each level'},
	toolbar: {css: '.comhead', checked, from: 'public extensions, 2026'},
	title: {css: '.fatitem .titleline > a, .fatitem .onstory a', checked, from: 'kepano/defuddle'},
	post: {css: '.fatitem .toptext', checked, from: 'kepano/defuddle'},
	account: {css: '#me', checked, from: 'public extensions, 2026: names the account that is signed in'},
	box: {css: 'form[action="comment"] textarea[name="text"], textarea[name="text"]', checked, from: 'memory'},
} satisfies Selectors;

export const hackerNews: Platform = {
	name: 'hacker_news',
	hosts: hosts.hackerNews,
	matches: (url) => url.hostname === 'news.ycombinator.com',
	sendKey: 'button',
	mention: 'none',
	selectors,
	commentCss: selectors.comment.css,
	findToolbar: (comment) => comment.querySelector<HTMLElement>(selectors.toolbar.css) ?? undefined,
	readAuthor,
	readThread(comment) {
		if (!hasWords('hacker news', comment, readAuthor(comment), readBody(comment))) return undefined;
		const page = comment.ownerDocument;
		const all = findAll(page, selectors.comment.css);
		const turns = parentsOf(comment, all);
		const title = readLine(page.querySelector(selectors.title.css));
		return toPageComment({
			platform: 'hacker_news',
			url: readAddress(comment.querySelector(selectors.permalink.css)) || page.location.href,
			post: [title, readText(page.querySelector(selectors.post.css))].filter(Boolean).join('\n\n'),
			comments: [...turns, comment].map(readComment),
			others: readEach(all, (other) => other !== comment && !turns.includes(other), readBody),
			when: readLine(comment.querySelector(selectors.time.css)),
		});
	},
	async findReplyBox(comment) {
		const box = comment.ownerDocument.querySelector<HTMLElement>(selectors.box.css);
		// The box on a story's page answers the story; a comment is answered on a page of its own.
		if (!comment.matches(selectors.head.css))
			throw new PageChanged(
				'hacker news: the reply box is on a page of its own. Press "reply" under the comment, click into the box there and insert again.',
			);
		if (!box)
			throw new PageChanged('hacker news: found no reply box on this page. Sign in, then insert again.');
		return box;
	},
};

function readAuthor(comment: HTMLElement): string {
	return readLine(comment.querySelector(selectors.author.css));
}

function readBody(comment: HTMLElement): string {
	const text = comment.querySelector(selectors.text.css)?.cloneNode(true);
	if (!(text instanceof HTMLElement)) return '';
	for (const link of findAll(text, selectors.inText.css)) link.remove();
	return readText(text);
}

function readComment(comment: HTMLElement) {
	const author = readAuthor(comment);
	// "2026-11-20T08:00:00 1763625600": the time without its zone, and the same in seconds
	const seconds = Number(comment.querySelector(selectors.time.css)?.getAttribute('title')?.split(' ')[1]);
	return {
		id: comment.id,
		author,
		text: readBody(comment),
		is_own: author !== '' && author === readLine(comment.ownerDocument.querySelector(selectors.account.css)),
		posted_at: seconds ? new Date(seconds * 1000).toISOString() : null,
	};
}

/** The rows are one flat list: a parent is the nearest row above that is indented less. */
function parentsOf(comment: HTMLElement, all: HTMLElement[]): HTMLElement[] {
	const parent = all.slice(0, all.indexOf(comment)).findLast((other) => depthOf(other) < depthOf(comment));
	return parent ? [...parentsOf(parent, all), parent] : [];
}

function depthOf(comment: HTMLElement): number {
	if (comment.matches(selectors.head.css)) return -1;
	const indent = comment.querySelector(selectors.indent.css)?.getAttribute('indent');
	const width = comment.querySelector(selectors.spacer.css)?.getAttribute('width');
	return indent ? Number(indent) : Number(width ?? 0) / 40;
}
