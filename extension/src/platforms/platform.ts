/** What every platform can do, and how its selectors are written down. */
import type {Thread} from '../api/shapes';
import type {PageComment} from '../thread';
import {commentKey} from '../thread';
import {readText} from './dom';

/** What posts the words in a reply box: its button alone, or a key too. Candor presses none; the person is told. */
export type SendKey = 'button' | 'enter' | 'ctrl+enter';

/** One social site: how to read its threads and find its reply box. Touches only the DOM. */
export type Platform = {
	name: Thread['platform'];
	/** The site's addresses as match patterns, for the permission; [] for software that runs at any address. */
	hosts: string[];
	/** Whether this page is one of the site's; from the page itself where the address does not tell. */
	matches: (url: URL, page: Document) => boolean;
	sendKey: SendKey;
	/** How an opened reply box may name the author already: not at all, as '@handle', or by the bare name. */
	mention: 'none' | 'handle' | 'name';
	/** All that it looks for, so that a redesign can be told by name. */
	selectors: Selectors;
	/** What matches every comment of the site. */
	commentCss: string;
	/** The comments in a part of the page, where asking every element of it about `commentCss` would take too long. */
	findComments?: (part: Element) => Iterable<HTMLElement>;
	/** Where the button goes: it is put last in this element. */
	findToolbar: (comment: HTMLElement) => HTMLElement | undefined;
	/** The name the button is labelled with. */
	readAuthor: (comment: HTMLElement) => string;
	/** undefined: not a comment (still loading, removed). Throws PageChanged: the site has changed. */
	readThread: (comment: HTMLElement) => PageComment | undefined;
	/** Find the reply box of a comment, opening it if need be. Throws PageChanged when there is none. */
	findReplyBox: (comment: HTMLElement) => Promise<HTMLElement>;
};

/** A selector with the day it was last checked and where the fact is from, so that a redesign is mended in minutes. */
export type Selector = {css: string; checked: string; from: string};

/** All selectors of one platform. */
export type Selectors = Record<string, Selector>;

/** Whether a comment has words. Throws PageChanged where it shows some, but neither its author nor its words are found. */
export function hasWords(site: string, comment: HTMLElement, author: string, text: string): boolean {
	if (!text && !author && readText(comment))
		throw new PageChanged(
			`${site}: found neither the author nor the words of the comment. Select the words, then press Alt+Shift+S.`,
		);
	return text !== '';
}

/** A part of the page is not where the platform's selectors say. The message says what was sought. */
export class PageChanged extends Error {
	override name = 'PageChanged';
}

/** The reply box that is open answers somebody else: it is not taken, even where the person was in it last. */
export class AnswersAnother extends PageChanged {}

/** What a platform read, before the key is made. */
export type Reading = {
	platform: Thread['platform'];
	url: string;
	post: string;
	comments: Thread['comments'];
	/** Read only as far as there is room for. */
	others?: Iterable<string>;
	when?: string;
};

const lengthLimit = 10_000; // the API's, for one text
const turnLimit = 30; // earlier turns; the last comment is always in
const othersLimit = 20;

/** Make the page comment from a reading, within the API's limits. */
export function toPageComment({platform, url, post, comments, others = [], when = ''}: Reading): PageComment {
	const thread: Thread = {
		platform,
		url: url.slice(0, 2000),
		post: clip(post),
		comments: comments
			.filter((comment) => comment.text.trim())
			.slice(-turnLimit)
			.map((comment) => ({...comment, author: comment.author.slice(0, 200), text: clip(comment.text)})),
		others: firstTexts(others),
	};
	return {key: commentKey(thread), thread, when};
}

function firstTexts(texts: Iterable<string>): string[] {
	const first: string[] = [];
	for (const text of texts) {
		if (text.trim()) first.push(clip(text));
		if (first.length === othersLimit) break;
	}
	return first;
}

/** Cut to the API's limit, without half of a surrogate pair at the end. */
function clip(text: string): string {
	return text
		.slice(0, lengthLimit)
		.replace(/[\uD800-\uDBFF]$/, '')
		.toWellFormed()
		.replaceAll('\0', '');
}
