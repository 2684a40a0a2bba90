/**
 * LinkedIn, both generations of its pages: the classic ones with named classes and Quill, and those since August 2026,
 * whose classes are generated and whose comments are known by an id that holds the whole URN, with TipTap.
 */
import {findAll, follows, matchesBefore, readEach, readLine, readText} from './dom';
import {hosts} from './hosts';
import {hasWords, type Platform, type Selectors, toPageComment} from './platform';
import {openReplyBox} from './reply-box';

const selectors = {
	classicComment: {
		css: 'article.comments-comment-entity, article.comments-comment-item',
		checked: '2026-11-22',
		from: 'public extensions, 2026',
	},
	classicText: {
		css: '.comments-comment-item__main-content',
		checked: '2026-11-22',
		from: 'public extensions, 2026',
	},
	classicAuthor: {
		css: '.comments-comment-meta__description-title',
		checked: '2026-11-22',
		from: 'public extensions, 2026',
	},
	classicTime: {
		css: 'time',
		checked: '2026-11-22',
		from: 'public extensions, 2026: says "2d"; the exact time is in the id',
	},
	classicReply: {
		css: '.comments-comment-social-bar__reply-action-button--cr, .comments-comment-social-bar__reply-action-button',
		checked: '2026-11-22',
		from: 'public extensions, 2026',
	},
	classicThread: {
		css: '.comments-thread-entity',
		checked: '2026-11-22',
		from: 'public extensions, 2026: one comment, its replies and their box',
	},
	classicBox: {
		css: '.comments-comment-box .ql-editor[contenteditable="true"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026',
	},
	comment: {
		css: '[componentkey^="replaceableComment_urn:li:comment:"], [id^="replaceableComment_urn:li:comment:"]',
		checked: '2026-11-22',
		from: 'public extensions, verified 2026-08-19; one comment may have several, and replies stand inside of it',
	},
	text: {
		css: '[componentkey^="comment-commentary"], [componentkey^="comment-reply-commentary"], [data-view-name="comment-commentary"], [data-view-name="comment-reply-commentary"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026',
	},
	bareText: {
		css: '[data-testid="expandable-text-box"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026: pages without the names above; posts have it too',
	},
	author: {
		css: 'a[href*="/in/"], a[href*="/company/"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026: the first one with words; the name is its first line',
	},
	reply: {
		css: 'button[aria-label="Reply"], button[aria-label^="Reply to"], button:not(:has(svg))',
		checked: '2026-11-22',
		from: 'public extensions, 2026; in other languages, the button after the words that has no icon (memory)',
	},
	box: {
		css: '[componentkey^="commentBox"] [role="textbox"][contenteditable="true"], [data-testid="ui-core-tiptap-text-editor-wrapper"] [role="textbox"][contenteditable="true"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026: stands after its comment, not inside; no own mark',
	},
	post: {
		css: '.feed-shared-update-v2, [data-view-name="feed-full-update"], [role="listitem"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026',
	},
	postText: {
		css: '.feed-shared-update-v2__description .update-components-text, .update-components-update-v2__commentary, [data-view-name="feed-commentary"], [componentkey^="feed-commentary"]',
		checked: '2026-11-22',
		from: 'public extensions, 2026',
	},
	account: {
		css: '.global-nav__me-photo, .comments-comment-box img, [componentkey^="commentBox"] img, [componentkey^="commentBox"] svg',
		checked: '2026-11-22',
		from: 'memory: one’s own picture, named by its label',
	},
} satisfies Selectors;

const anyComment = `${selectors.classicComment.css}, ${selectors.comment.css}`;
const isClassic = (comment: Element) => comment.matches(selectors.classicComment.css);

export const linkedin: Platform = {
	name: 'linkedin',
	selectors,
	hosts: hosts.linkedin,
	matches: (url) => /(^|\.)linkedin\.com$/.test(url.hostname),
	sendKey: 'ctrl+enter',
	mention: 'name',
	commentCss: anyComment,
	findToolbar: (comment) => (isWhole(comment) ? (findReply(comment)?.parentElement ?? undefined) : undefined),
	readAuthor,
	readThread(comment) {
		if (!isWhole(comment)) return undefined;
		const names = signedIn(comment.ownerDocument);
		const last = readComment(comment, names);
		if (!hasWords('linkedin', comment, last.author, last.text)) return undefined;
		const page = comment.ownerDocument;
		const post = comment.closest<HTMLElement>(selectors.post.css);
		const root = rootOf(comment);
		const turns = root === comment ? [] : matchesBefore(threadOf(root), anyComment, comment).filter(isWhole);
		return toPageComment({
			platform: 'linkedin',
			url: permalink(comment) || page.location.href,
			post: readPost(post ?? page.body),
			comments: [...turns.map((turn) => readComment(turn, names)), last],
			others: readEach(
				findAll(post ?? page, anyComment),
				(other) => other !== root && isWhole(other) && rootOf(other) === other,
				readWords,
			),
			when: isClassic(comment) ? readLine(ownPart(comment, selectors.classicTime.css)) : '',
		});
	},
	findReplyBox: (comment) =>
		openReplyBox(
			'linkedin',
			() => findBox(comment),
			() => findReply(comment),
		),
};

/** The comment around a part: of several elements with the same URN, the outermost. */
function commentAround(part: Element | null): HTMLElement | undefined {
	const near = part?.closest<HTMLElement>(anyComment);
	const outer = near?.parentElement?.closest<HTMLElement>(anyComment);
	if (!near || !outer) return near ?? undefined;
	return urnOf(near) !== '' && urnOf(near) === urnOf(outer) ? commentAround(outer) : near;
}

function isWhole(comment: HTMLElement): boolean {
	return commentAround(comment) === comment;
}

/** The matches that belong to a comment itself and not to a reply inside of it. */
function ownParts(comment: HTMLElement, css: string): HTMLElement[] {
	return findAll(comment, css).filter((part) => commentAround(part.parentElement) === comment);
}

function ownPart(comment: HTMLElement, css: string): HTMLElement | undefined {
	return ownParts(comment, css)[0];
}

/** The comment that opened the thread; replies stand inside of it. */
function rootOf(comment: HTMLElement): HTMLElement {
	const parent = commentAround(comment.parentElement);
	return parent ? rootOf(parent) : comment;
}

function threadOf(root: HTMLElement): HTMLElement {
	return root.closest<HTMLElement>(selectors.classicThread.css) ?? root;
}

/** The open box of a comment's thread: in it, or after it and before the next comment. */
function findBox(comment: HTMLElement): HTMLElement | undefined {
	const root = rootOf(comment);
	if (isClassic(comment))
		return threadOf(root).querySelector<HTMLElement>(selectors.classicBox.css) ?? undefined;
	const post = comment.closest<HTMLElement>(selectors.post.css) ?? comment.ownerDocument.body;
	const next = findAll(post, anyComment).find((other) => follows(other, root) && !root.contains(other));
	return findAll(post, selectors.box.css).find((box) => follows(box, root) && (!next || follows(next, box)));
}

function textPart(comment: HTMLElement): HTMLElement | undefined {
	if (isClassic(comment)) return ownPart(comment, selectors.classicText.css);
	return ownPart(comment, selectors.text.css) ?? ownPart(comment, selectors.bareText.css);
}

function readWords(comment: HTMLElement): string {
	return readText(textPart(comment));
}

function readAuthor(comment: HTMLElement): string {
	if (isClassic(comment)) return readLine(ownPart(comment, selectors.classicAuthor.css));
	const words = textPart(comment);
	const named = ownParts(comment, selectors.author.css)
		.filter((link) => !words?.contains(link)) // people mentioned in it
		.map((link) => readLine(link.querySelector('p > span')) || (readText(link).split('\n')[0] ?? ''));
	return named.find(Boolean)?.split(' • ')[0] ?? ''; // "Ann Ray • 2nd"
}

function findReply(comment: HTMLElement): HTMLElement | undefined {
	if (isClassic(comment)) return ownPart(comment, selectors.classicReply.css);
	const words = textPart(comment);
	return ownParts(comment, selectors.reply.css).find(
		(button) => words && follows(button, words) && !words.contains(button),
	);
}

function readComment(comment: HTMLElement, names: string[]) {
	const author = readAuthor(comment);
	const id = idOf(comment);
	return {
		id,
		author,
		text: readWords(comment),
		is_own: author !== '' && names.some((name) => name.includes(author)),
		posted_at: timeOf(id),
	};
}

function urnOf(comment: HTMLElement): string {
	const key = comment.getAttribute('data-id') ?? (comment.getAttribute('componentkey') || comment.id);
	return key.replace('replaceableComment_', '');
}

/** The last number of urn:li:comment:(activity:7130,7131). */
function idOf(comment: HTMLElement): string {
	return /(\d+)\)$/.exec(urnOf(comment))?.[1] ?? '';
}

/** LinkedIn's ids begin with their time: all but the last 22 bits are milliseconds. */
function timeOf(id: string): string | null {
	const time = id ? Number(BigInt(id) >> 22n) : 0;
	const isLikely = time > Date.UTC(2010) && time < Date.now() + 86_400_000;
	return isLikely ? new Date(time).toISOString() : null;
}

function permalink(comment: HTMLElement): string {
	const urn = urnOf(comment);
	const post = /\((?:urn:li:)?((?:activity|ugcPost|share):\d+),/.exec(urn)?.[1];
	if (!post) return '';
	return `https://www.linkedin.com/feed/update/urn:li:${post}/?commentUrn=${encodeURIComponent(urn)}`;
}

/** How the page names whom one writes as; a company's picture is "Hollow Farm logo". */
function signedIn(page: Document): string[] {
	return findAll(page, selectors.account.css).map(
		(picture) => picture.getAttribute('alt') ?? picture.getAttribute('aria-label') ?? '',
	);
}

function readPost(post: HTMLElement): string {
	const named = post.querySelector<HTMLElement>(selectors.postText.css);
	const text =
		named ?? findAll(post, selectors.bareText.css).find((part) => part.closest(anyComment) === null);
	return readText(text);
}
