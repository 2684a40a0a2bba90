/** WordPress, on any address: the comments under a post, and the list of comments in its administration. */
import {findAll, ownParts, readAddress, readEach, readLine, readText, readTime} from './dom';
import {ownPart, parentsOf} from './nesting';
import {hasWords, PageChanged, type Platform, type Selectors, toPageComment} from './platform';
import {openReplyBox} from './reply-box';

const checked = '2026-11-22';
const walker = 'wordpress-develop wp-includes/class-walker-comment.php';
const table = 'wordpress-develop wp-admin/includes/class-wp-comments-list-table.php';

const selectors = {
	page: {
		css: 'link[rel="https://api.w.org/"], meta[name="generator"][content^="WordPress"], #wpadminbar, body.wp-admin',
		checked,
		from: 'memory: any one of them',
	},
	comment: {
		css: 'li.comment, :not(li.comment) > .comment[id^="comment-"]',
		checked,
		from: `${walker}; the rows of ${table}`,
	},
	row: {css: '#the-comment-list > tr', checked, from: table},
	text: {
		css: '.comment-content, .wp-block-comment-content, .comment-text',
		checked,
		from: `${walker}; blocks and themes from memory`,
	},
	paragraph: {
		css: '.comment-body > p, td.column-comment > p',
		checked,
		from: `${walker}, where a theme asks for no HTML5; ${table}`,
	},
	author: {
		css: '.comment-author .fn, .wp-block-comment-author-name, td.column-author strong',
		checked,
		from: `${walker}; ${table}; blocks from memory`,
	},
	time: {css: '.comment-metadata time, .wp-block-comment-date time, time[datetime]', checked, from: walker},
	permalink: {
		css: '.comment-metadata a, .commentmetadata a, .wp-block-comment-date a, .submitted-on a',
		checked,
		from: `${walker}; ${table}; blocks from memory`,
	},
	when: {
		css: '.comment-metadata a, .commentmetadata a, .wp-block-comment-date, .submitted-on',
		checked,
		from: `${walker}; ${table}; blocks from memory`,
	},
	toolbar: {
		css: '.reply, .wp-block-comment-reply-link, .row-actions, .comment-metadata',
		checked,
		from: `${walker}; ${table}`,
	},
	authorOfPost: {css: '.bypostauthor', checked, from: 'memory: comment_class()'},
	account: {
		css: '#wp-admin-bar-my-account .display-name',
		checked,
		from: 'memory: the name of who is signed in',
	},
	title: {
		css: '.entry-title, .wp-block-post-title, article h1, main h1, h1',
		checked,
		from: 'memory: themes',
	},
	rowPost: {css: '.comments-edit-item-link', checked, from: table},
	rowParent: {css: 'td.column-comment > a[href*="#comment-"]', checked, from: `${table}: "In reply to"`},
	openReply: {
		css: 'a.comment-reply-link, button[data-action="replyto"]',
		checked,
		from: `${walker}; ${table}`,
	},
	target: {
		css: '#comment_parent',
		checked,
		from: 'wordpress-develop lib/comment-reply.js: the comment answered',
	},
	rowTarget: {css: '#replyrow #comment_ID', checked, from: 'public copies of the page; wp_comment_reply()'},
	box: {css: '#commentform textarea#comment', checked, from: 'memory: comment_form()'},
	rowBox: {css: '#replyrow #replycontent', checked, from: 'public copies of the page; wp_comment_reply()'},
} satisfies Selectors;

export const wordpress: Platform = {
	name: 'wordpress',
	hosts: [],
	matches: (_url, page) =>
		page.querySelector(selectors.page.css) !== null &&
		page.querySelector(`${selectors.comment.css}, ${selectors.box.css}`) !== null,
	sendKey: 'button',
	mention: 'none',
	selectors,
	commentCss: selectors.comment.css,
	findToolbar: (comment) =>
		part(comment, selectors.toolbar.css) ?? part(comment, selectors.author.css)?.parentElement ?? undefined,
	readAuthor,
	readThread(comment) {
		if (!hasWords('wordpress', comment, readAuthor(comment), readBody(comment))) return undefined;
		const page = comment.ownerDocument;
		const turns = comment.matches(selectors.row.css)
			? rowsAnswered(comment)
			: parentsOf(comment, selectors.comment.css);
		return toPageComment({
			platform: 'wordpress',
			url: readAddress(part(comment, selectors.permalink.css)) || page.location.href,
			post:
				readLine(part(comment, selectors.rowPost.css) ?? page.querySelector(selectors.title.css)) ||
				page.title,
			comments: [...turns, comment].map(readComment),
			others: readEach(
				findAll(page, selectors.comment.css),
				(other) => other !== comment && !turns.includes(other),
				readBody,
			),
			when: readLine(part(comment, selectors.when.css)),
		});
	},
	async findReplyBox(comment) {
		const page = comment.ownerDocument;
		const isRow = comment.matches(selectors.row.css);
		const target = isRow ? selectors.rowTarget.css : selectors.target.css;
		const box = isRow ? selectors.rowBox.css : selectors.box.css;
		// One form moves to the comment that is answered, and keeps its number.
		const find = () =>
			page.querySelector<HTMLInputElement>(target)?.value === idOf(comment)
				? (page.querySelector<HTMLElement>(box) ?? undefined)
				: undefined;
		const findOpener = () => part(comment, selectors.openReply.css);
		if (!isRow && !findOpener() && page.querySelector(selectors.box.css))
			throw new PageChanged(
				'wordpress: this comment takes no reply of its own. Click into the box that should have yours and insert again.',
			);
		return openReplyBox('wordpress', find, findOpener);
	},
};

function part(comment: HTMLElement, css: string): HTMLElement | undefined {
	return ownPart(comment, css, selectors.comment.css);
}

function idOf(comment: HTMLElement): string {
	return /comment-(\d+)$/.exec(comment.id)?.[1] ?? '';
}

/** The rows are in the order of time; each names the comment that it answers. */
function rowsAnswered(row: HTMLElement): HTMLElement[] {
	const rows: HTMLElement[] = [];
	let next = rowAnswered(row);
	while (next && next !== row && !rows.includes(next)) {
		rows.unshift(next);
		next = rowAnswered(next);
	}
	return rows;
}

function rowAnswered(row: HTMLElement): HTMLElement | null {
	const id = /#(comment-\d+)$/.exec(readAddress(row.querySelector(selectors.rowParent.css)))?.[1];
	return id ? row.ownerDocument.getElementById(id) : null;
}

function readAuthor(comment: HTMLElement): string {
	return readLine(part(comment, selectors.author.css));
}

function readBody(comment: HTMLElement): string {
	const text = part(comment, selectors.text.css);
	if (text) return readText(text);
	return ownParts(comment, selectors.paragraph.css, selectors.comment.css).map(readText).join('\n\n');
}

function readComment(comment: HTMLElement) {
	const author = readAuthor(comment);
	const account = readLine(comment.ownerDocument.querySelector(selectors.account.css));
	return {
		id: idOf(comment),
		author,
		text: readBody(comment),
		is_own: comment.matches(selectors.authorOfPost.css) || (author !== '' && author === account),
		posted_at: readTime(part(comment, selectors.time.css)),
	};
}
