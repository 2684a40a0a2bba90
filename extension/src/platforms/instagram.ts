/**
 * Instagram: comments of posts and reels, on their own page or in a dialog.
 * No class name lasts there; the link on a comment's time does, so its row is found around that.
 */
import {findAll, follows, readAddress, readEach, readLine, readText, readTime, waitFor} from './dom';
import {hosts} from './hosts';
import {hasWords, type Platform, type Selectors, toPageComment} from './platform';
import {pressReply} from './reply-box';

const selectors = {
	comment: {
		css: ':is(li, div):has(img):has(a[href*="/c/"] time[datetime])',
		checked: '2026-11-22',
		from: 'public extensions, 2026: the smallest such part is one comment with its picture',
	},
	time: {
		css: 'a[href*="/c/"] time[datetime]',
		checked: '2026-11-22',
		from: 'public extensions, 2026: the caption links without /c/, a reply with /c/…/r/…',
	},
	author: {css: 'a[href^="/"]', checked: '2026-11-22', from: 'public extensions, 2026'},
	text: {
		css: 'span[dir="auto"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026: the first after the one that holds the time',
	},
	button: {
		css: 'button, [role="button"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026: likes, Reply, See translation; icons are others',
	},
	caption: {css: 'h1[dir="auto"], h1', checked: '2026-11-22', from: 'memory'},
	scope: {
		css: '[role="dialog"], article, main',
		checked: '2026-11-22',
		from: 'public extensions, 2026: one post',
	},
	account: {
		css: 'nav a[href^="/"]:has(img), [role="navigation"] a[href^="/"]:has(img)',
		checked: '2026-11-22',
		from: 'memory: the link with one’s own picture',
	},
	box: {
		css: 'form textarea, form [contenteditable="true"][role="textbox"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026: one for each post; Reply puts @name into it',
	},
} satisfies Selectors;

export const instagram: Platform = {
	name: 'instagram',
	selectors,
	hosts: hosts.instagram,
	matches: (url) => /^(www\.)?instagram\.com$/.test(url.hostname),
	sendKey: 'enter',
	mention: 'handle',
	commentCss: selectors.comment.css,
	findComments: findRows,
	findToolbar: (comment) => (isRow(comment) ? (findReply(comment)?.parentElement ?? undefined) : undefined),
	readAuthor,
	readThread(comment) {
		if (!isRow(comment)) return undefined;
		const handle = signedIn(comment.ownerDocument);
		const last = readComment(comment, handle);
		if (!hasWords('instagram', comment, last.author, last.text)) return undefined;
		const scope = scopeOf(comment);
		const {root} = idsOf(comment);
		const rows = [...findRows(scope)];
		const turns = rows.filter((row) => row !== comment && idsOf(row).root === root && follows(comment, row));
		return toPageComment({
			platform: 'instagram',
			url: readAddress(timeOf(comment)?.closest('a')) || comment.ownerDocument.location.href,
			post: readText(scope.querySelector(selectors.caption.css)),
			comments: [...turns.map((row) => readComment(row, handle)), last],
			others: readEach(
				rows,
				(row) => idsOf(row).root !== root && idsOf(row).root === idsOf(row).id,
				readWords,
			),
			when: readLine(timeOf(comment)),
		});
	},
	async findReplyBox(comment) {
		const find = () => scopeOf(comment).querySelector<HTMLElement>(selectors.box.css) ?? undefined;
		// The box is there from the start, and Reply turns it to this comment by "@name". Words of the person's own stay.
		const isReady = (box: HTMLElement | undefined) => {
			const words = box ? textOf(box).trim() : '';
			return words.startsWith(readAuthor(comment)) || !/^(@\S+)?$/.test(words);
		};
		const open = find();
		if (open && isReady(open)) return open;
		const box = await pressReply('instagram', findReply(comment), find);
		return (await waitFor(() => (isReady(find()) ? find() : undefined), 1000)) ?? box;
	},
};

/** Larger parts of the page hold a comment too; a row is one of whose children none does. */
function isRow(comment: HTMLElement): boolean {
	return ![...comment.children].some(
		(child) => child.querySelector('img') && child.querySelector(selectors.time.css),
	);
}

/** The rows of a part of the page, each found from its time upwards. */
function* findRows(part: Element): Generator<HTMLElement> {
	for (const time of part.querySelectorAll(selectors.time.css)) {
		let row = time.parentElement;
		while (row && !row.querySelector('img')) row = row.parentElement;
		if (row?.matches('li, div')) yield row;
	}
}

function timeOf(row: HTMLElement): HTMLElement | undefined {
	return row.querySelector<HTMLElement>(selectors.time.css) ?? undefined;
}

/** The comment's id and that of the one that opened its thread, from /p/<post>/c/<root>/r/<reply>/. */
function idsOf(row: HTMLElement): {root: string; id: string} {
	const href = timeOf(row)?.closest('a')?.getAttribute('href') ?? '';
	const root = /\/c\/(\d+)/.exec(href)?.[1] ?? '';
	return {root, id: /\/r\/(\d+)/.exec(href)?.[1] ?? root};
}

function readAuthor(row: HTMLElement): string {
	for (const link of row.querySelectorAll(selectors.author.css)) {
		const handle = handleOf(link);
		if (handle) return handle;
	}
	return '';
}

/** '@name' of a link to /name/; '' for other links. */
function handleOf(link: Element): string {
	const name = /^\/([\w.]+)\/?(?:\?.*)?$/.exec(link.getAttribute('href') ?? '')?.[1];
	return name ? `@${name}` : '';
}

function readWords(row: HTMLElement): string {
	return readText(textPart(row));
}

function textPart(row: HTMLElement): HTMLElement | undefined {
	const time = timeOf(row);
	if (!time) return undefined;
	return findAll(row, selectors.text.css).find(
		(part) =>
			follows(part, time) &&
			!part.closest(selectors.button.css) &&
			!part.parentElement?.closest('a') &&
			readText(part) !== '',
	);
}

/** The button after the words that bears words itself and no count; "See translation" comes after it. */
function findReply(row: HTMLElement): HTMLElement | undefined {
	const after = textPart(row) ?? timeOf(row);
	return findAll(row, selectors.button.css).find(
		(button) =>
			after !== undefined &&
			follows(button, after) &&
			!button.querySelector('svg, img') &&
			/^[^\p{N}]+$/u.test(button.textContent?.trim() ?? ''),
	);
}

function readComment(row: HTMLElement, account: string) {
	const author = readAuthor(row);
	return {
		id: idsOf(row).id,
		author,
		text: readWords(row),
		is_own: account !== '' && author === account,
		posted_at: readTime(timeOf(row)),
	};
}

/** '@name' of the account that is signed in; '' when the page does not show it. */
function signedIn(page: Document): string {
	return [...page.querySelectorAll(selectors.account.css)].map(handleOf).find(Boolean) ?? '';
}

function textOf(box: HTMLElement): string {
	return box instanceof HTMLTextAreaElement ? box.value : (box.textContent ?? '');
}

function scopeOf(comment: HTMLElement): HTMLElement {
	return comment.closest<HTMLElement>(selectors.scope.css) ?? comment.ownerDocument.body;
}
