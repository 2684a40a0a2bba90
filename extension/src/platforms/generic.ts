/** Any page: schema.org/Comment, common comment markup, and the words a person selected. */
import type {PageComment} from '../thread';
import {findAll, readAddress, readLine, readText, readTime} from './dom';
import {PageChanged, type Platform, type Selectors, toPageComment} from './platform';

const selectors = {
	comment: {
		css: '[itemtype$="schema.org/Comment"], [itemtype$="schema.org/Answer"], [itemtype$="schema.org/Review"], li.comment, article.comment, .comment[id^="comment"]',
		checked: '2026-11-21',
		from: 'schema.org; WordPress themes',
	},
	text: {
		css: '[itemprop="text"], [itemprop="reviewBody"], .comment-content, .comment-body, .comment__text, .content',
		checked: '2026-11-21',
		from: 'schema.org; WordPress themes',
	},
	author: {
		css: '[itemprop="author"] [itemprop="name"], [itemprop="author"], .comment-author .fn, .fn, .comment-author, .author',
		checked: '2026-11-21',
		from: 'schema.org; microformats',
	},
	time: {
		css: 'time[datetime], [itemprop="dateCreated"][datetime]',
		checked: '2026-11-21',
		from: 'schema.org',
	},
	permalink: {
		css: 'a[itemprop="url"], .comment-metadata a, a[href*="#comment"]',
		checked: '2026-11-21',
		from: 'schema.org; WordPress themes',
	},
	post: {
		css: '[itemprop="headline"], article h1, main h1, h1',
		checked: '2026-11-21',
		from: 'schema.org; common use',
	},
	box: {
		css: 'textarea:not([readonly]):not([disabled]), [contenteditable="true"], [contenteditable="plaintext-only"], [contenteditable=""]',
		checked: '2026-11-21',
		from: 'HTML',
	},
} satisfies Selectors;

export const generic: Platform = {
	name: 'generic',
	hosts: [],
	matches: (url) => /^https?:$/.test(url.protocol),
	sendKey: 'button',
	mention: 'none',
	selectors,
	commentCss: selectors.comment.css,
	findToolbar: (comment) => comment,
	readAuthor: (comment) => readLine(ownPart(comment, selectors.author.css)),
	readThread(comment) {
		if (!readBody(comment)) return undefined;
		const page = comment.ownerDocument;
		const turns = [...parentsOf(comment), comment];
		return toPageComment({
			platform: 'generic',
			url: readAddress(ownPart(comment, selectors.permalink.css)) || page.location.href,
			post: readPost(page),
			comments: turns.map(readComment),
			others: findAll(page, selectors.comment.css)
				.filter((other) => !turns.includes(other))
				.map(readBody),
			when: readLine(ownPart(comment, selectors.time.css)),
		});
	},
	async findReplyBox(comment) {
		const inside = comment.querySelector<HTMLElement>(selectors.box.css);
		const box = inside ?? comment.ownerDocument.querySelector<HTMLElement>(selectors.box.css);
		if (!box)
			throw new PageChanged('This page shows no reply box. Open it, click into it, and insert again.');
		return box;
	},
};

/** Read the words a person selected; with the comment around them where the page marks it up. undefined: nothing is selected. */
export function readSelection(page: Document): PageComment | undefined {
	const selection = page.getSelection();
	const text = selection?.toString().trim() || selectedInField(page);
	if (!text) return undefined;
	const node = selection?.anchorNode;
	const element = node instanceof HTMLElement ? node : node?.parentElement;
	const comment = element?.closest<HTMLElement>(selectors.comment.css);
	const around = comment ? generic.readThread(comment)?.thread : undefined;
	const last = around?.comments.at(-1);
	return toPageComment({
		platform: 'generic',
		url: around?.url ?? page.location.href,
		post: around?.post ?? readPost(page),
		comments: [
			...(around?.comments.slice(0, -1) ?? []),
			// No id: the same comment may be selected in part, and the words decide.
			{id: '', author: last?.author ?? '', text, is_own: false, posted_at: last?.posted_at ?? null},
		],
		others: around?.others ?? [],
	});
}

function selectedInField(page: Document): string {
	const field = page.activeElement;
	if (!(field instanceof HTMLTextAreaElement)) return '';
	return field.value.slice(field.selectionStart, field.selectionEnd).trim();
}

function ownPart(comment: HTMLElement, css: string): HTMLElement | undefined {
	return findAll(comment, css).find(
		(part) => part !== comment && part.parentElement?.closest(selectors.comment.css) === comment,
	);
}

function parentsOf(comment: HTMLElement): HTMLElement[] {
	const parent = comment.parentElement?.closest<HTMLElement>(selectors.comment.css);
	return parent ? [...parentsOf(parent), parent] : [];
}

function readBody(comment: HTMLElement): string {
	return readText(ownPart(comment, selectors.text.css));
}

function readComment(comment: HTMLElement) {
	return {
		id: comment.id,
		author: readLine(ownPart(comment, selectors.author.css)),
		text: readBody(comment),
		is_own: false,
		posted_at: readTime(ownPart(comment, selectors.time.css)),
	};
}

function readPost(page: Document): string {
	return readLine(page.querySelector(selectors.post.css)) || page.title;
}
