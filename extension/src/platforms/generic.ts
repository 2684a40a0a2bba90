/** Any page: schema.org/Comment, common comment markup, and the words a person selected. */
import type {PageComment} from '../thread';
import {findAll, readAddress, readEach, readLine, readText, readTime, selectedElement} from './dom';
import {ownPart, parentsOf} from './nesting';
import {PageChanged, type Platform, type Selectors, toPageComment} from './platform';

const checked = '2026-11-22';

const selectors = {
	comment: {
		css: [
			...['Comment', 'UserComments', 'Answer', 'Review'].map((type) => `[itemtype$="schema.org/${type}"]`),
			'[role="comment"]',
			'.p-comment',
			'li.comment',
			':not(li.comment) > .comment:not(span, a)',
		].join(', '),
		checked,
		from: 'schema.org; WAI-ARIA 1.3; microformats; themes of blogs. Not what colours comments in code',
	},
	text: {
		css: '[itemprop="text"], [itemprop="commentText"], [itemprop="reviewBody"], .comment-content, .comment-text, .comment-body, .comment__text, .comment__body, .e-content, .p-content, .entry-content, .content',
		checked,
		from: 'schema.org; microformats; themes of blogs',
	},
	author: {
		css: '[itemprop="author"], [itemprop="creator"], .comment-author, .comment__author, .p-author, .fn, .author',
		checked,
		from: 'schema.org; microformats; themes of blogs',
	},
	name: {
		css: '[itemprop="name"], .fn, .p-name',
		checked,
		from: 'schema.org; microformats: the name in an author',
	},
	time: {
		css: 'time[datetime], [itemprop="dateCreated"], [itemprop="datePublished"], [itemprop="commentTime"], abbr.published[title]',
		checked,
		from: 'schema.org; microformats',
	},
	permalink: {
		css: '[itemprop="url"][href], .comment-metadata a, a.u-url, a[rel~="bookmark"], a[href*="#comment"]',
		checked,
		from: 'schema.org; microformats; themes of blogs',
	},
	post: {css: '[itemprop="headline"], article h1, main h1, h1', checked, from: 'schema.org; common use'},
	toolbar: {
		css: '.comment-actions, .comment__actions, .comment-footer, .reply',
		checked,
		from: 'themes of blogs',
	},
	box: {
		css: 'textarea:not([readonly]):not([disabled]), [contenteditable="true"], [contenteditable="plaintext-only"], [contenteditable=""]',
		checked,
		from: 'HTML',
	},
	commentForm: {
		css: '[id*="comment" i], [id*="reply" i], [class*="comment" i], [class*="reply" i]',
		checked,
		from: 'themes of blogs',
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
	findToolbar: (comment) =>
		part(comment, selectors.toolbar.css) ?? part(comment, selectors.text.css) ?? comment,
	readAuthor,
	readThread(comment) {
		if (!readBody(comment)) return undefined;
		const page = comment.ownerDocument;
		const turns = [...parentsOf(comment, selectors.comment.css), comment];
		return toPageComment({
			platform: 'generic',
			url: readAddress(part(comment, selectors.permalink.css)) || page.location.href,
			post: readPost(page),
			comments: turns.map(readComment),
			others: readEach(findAll(page, selectors.comment.css), (other) => !turns.includes(other), readBody),
			when: readLine(part(comment, selectors.time.css)),
		});
	},
	async findReplyBox(comment) {
		const inside = part(comment, selectors.box.css);
		if (inside) return inside;
		const boxes = findAll(comment.ownerDocument, selectors.box.css).filter(
			(box) => !box.parentElement?.closest(selectors.comment.css),
		);
		const ofComments = boxes.filter((box) => box.closest('form')?.matches(selectors.commentForm.css));
		const [box, another] = ofComments.length > 0 ? ofComments : boxes;
		if (!box)
			throw new PageChanged('This page shows no reply box. Open it, click into it, and insert again.');
		if (another)
			throw new PageChanged('This page has several text boxes. Click into yours, and insert again.');
		return box;
	},
};

/** Read the words a person selected; with the comment around them where the page marks it up. undefined: nothing is selected. */
export function readSelection(page: Document): PageComment | undefined {
	const selection = page.getSelection();
	const text = selection?.toString().trim() || selectedInField(page);
	if (!text) return undefined;
	const comment = selectedElement(page)?.closest<HTMLElement>(selectors.comment.css);
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

function part(comment: HTMLElement, css: string): HTMLElement | undefined {
	return ownPart(comment, css, selectors.comment.css);
}

function readAuthor(comment: HTMLElement): string {
	const author = part(comment, selectors.author.css);
	const name = author?.querySelector(selectors.name.css);
	return (
		readLine(name) ||
		name?.getAttribute('content') ||
		readLine(author) ||
		author?.getAttribute('content') ||
		''
	);
}

function readBody(comment: HTMLElement): string {
	return readText(part(comment, selectors.text.css));
}

function readComment(comment: HTMLElement) {
	const time = part(comment, selectors.time.css);
	const attribute = ['datetime', 'content', 'title'].find((name) => time?.hasAttribute(name));
	return {
		id: comment.id,
		author: readAuthor(comment),
		text: readBody(comment),
		is_own: false,
		posted_at: readTime(time, attribute),
	};
}

function readPost(page: Document): string {
	return readLine(page.querySelector(selectors.post.css)) || page.title;
}
