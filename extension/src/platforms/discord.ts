/** Discord in the browser. Its class names are made anew with each version; ids and roles stay. */
import {findAll, readEach, readLine, readText, readTime} from './dom';
import {hosts} from './hosts';
import {
	AnswersAnother,
	hasWords,
	PageChanged,
	type Platform,
	type Selectors,
	toPageComment,
} from './platform';

const checked = '2026-11-22';
const seen = 'public extensions, 2026';

const selectors = {
	comment: {css: 'li[id^="chat-messages-"]', checked, from: seen},
	text: {css: '[id^="message-content-"]', checked, from: `${seen}: numbered as the message`},
	author: {css: '[id^="message-username-"]', checked, from: `${seen}: numbered as the message`},
	name: {css: '[class*="username"]', checked, from: `${seen}: without the badges beside it`},
	replied: {
		css: '[id^="message-reply-context-"]',
		checked,
		from: 'memory: the message that is answered, in short',
	},
	time: {css: 'time[datetime]', checked, from: seen},
	attached: {css: '[id^="message-accessories-"]', checked, from: seen},
	channel: {css: 'main h1, [role="main"] h1, h1', checked, from: seen},
	account: {
		css: '[class*="panels"] [class*="panelTitle"], [class*="panels"] [class*="nameTag"] div',
		checked,
		from: 'memory',
	},
	openReply: {
		css: '[class*="buttonsInner"] [aria-label="Reply"]',
		checked,
		from: 'memory: only while pointed at; English',
	},
	replyBar: {css: '[class*="replyBar"]', checked, from: 'memory: "Replying to …" above the box'},
	box: {css: '[role="textbox"][data-slate-editor="true"]', checked, from: seen},
} satisfies Selectors;

export const discord: Platform = {
	name: 'discord',
	hosts: hosts.discord,
	matches: (url) => /(^|\.)discord\.com$/.test(url.hostname),
	sendKey: 'enter',
	mention: 'none',
	selectors,
	commentCss: selectors.comment.css,
	// Right after the words: the rest of a message is empty until something is attached.
	findToolbar: (comment) => ownPart(comment, selectors.text.css) ?? ownPart(comment, selectors.attached.css),
	readAuthor: authorOf,
	readThread(comment) {
		if (!hasWords('discord', comment, authorOf(comment), readBody(comment))) return undefined;
		const list = findAll(comment.ownerDocument, selectors.comment.css);
		const turns = turnsBefore(comment, list);
		return toPageComment({
			platform: 'discord',
			url: addressOf(comment),
			post: readLine(comment.ownerDocument.querySelector(selectors.channel.css)),
			comments: [...turns, comment].map(readComment),
			others: readEach(list, (other) => other !== comment && !turns.includes(other), readBody),
			when: readLine(comment.querySelector(selectors.time.css)),
		});
	},
	async findReplyBox(comment) {
		const page = comment.ownerDocument;
		comment.querySelector<HTMLElement>(selectors.openReply.css)?.click();
		const box = page.querySelector<HTMLElement>(selectors.box.css);
		if (!box)
			throw new PageChanged(
				'discord: found no message box in this channel. Click into it yourself and insert again.',
			);
		const bar = readLine(page.querySelector(selectors.replyBar.css));
		if (bar && !bar.includes(authorOf(comment)))
			throw new AnswersAnother(
				'discord: the message box answers somebody else. Close that reply and insert again.',
			);
		return box;
	},
};

/** 'chat-messages-CHANNEL-MESSAGE' → MESSAGE */
const idOf = (comment: HTMLElement) => /(\d+)$/.exec(comment.id)?.[1] ?? '';

const addressOf = (comment: HTMLElement) =>
	`${comment.ownerDocument.location.href.split(/[?#]/)[0]?.replace(/\/$/, '')}/${idOf(comment)}`;

/** A part with the message's own number; the message that it answers is shown in it, with another's. */
function ownPart(comment: HTMLElement, css: string): HTMLElement | undefined {
	return findAll(comment, css).find((part) => part.id.endsWith(`-${idOf(comment)}`));
}

const readBody = (comment: HTMLElement) => readText(ownPart(comment, selectors.text.css));

function ownName(comment: HTMLElement): string {
	const author = ownPart(comment, selectors.author.css);
	return readLine(author?.querySelector(selectors.name.css) ?? author);
}

/** Messages sent in a row show the name once, on the first. */
function authorOf(comment: HTMLElement): string {
	let name = '';
	let message: Element | null = comment;
	for (; message && !name; message = message.previousElementSibling)
		if (message instanceof HTMLElement) name = ownName(message);
	return name;
}

/** What a message answers, and what its author said right before; ours above that is what both answer. */
function turnsBefore(comment: HTMLElement, list: HTMLElement[]): HTMLElement[] {
	const answered = comment.querySelector(selectors.replied.css)?.querySelector(selectors.text.css);
	const target = list.find((other) => answered?.id === `message-content-${idOf(other)}`);
	if (target) return [...turnsBefore(target, list), target];
	const previous = list[list.indexOf(comment) - 1];
	if (!previous) return [];
	const isSamePerson = authorOf(previous) === authorOf(comment);
	if (isSamePerson) return [...turnsBefore(previous, list), previous];
	return isOwn(authorOf(previous), comment.ownerDocument) ? [previous] : [];
}

function isOwn(author: string, page: Document): boolean {
	return author !== '' && author === readLine(page.querySelector(selectors.account.css));
}

function readComment(comment: HTMLElement) {
	const author = authorOf(comment);
	return {
		id: idOf(comment),
		author,
		text: readBody(comment),
		is_own: isOwn(author, comment.ownerDocument),
		posted_at: readTime(
			findAll(comment, selectors.time.css).find((time) => !time.closest(selectors.replied.css)),
		),
	};
}
