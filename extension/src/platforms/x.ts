/** X, formerly Twitter. */
import {findAll, readAddress, readEach, readLine, readText, readTime} from './dom';
import {hosts} from './hosts';
import {AnswersAnother, hasWords, type Platform, type Selectors, toPageComment} from './platform';
import {openReplyBox} from './reply-box';

const selectors = {
	card: {
		css: 'article[data-testid="tweet"]',
		checked: '2026-11-21',
		from: 'OpenCLI, verified 2026-06-02',
	},
	text: {css: '[data-testid="tweetText"]', checked: '2026-11-21', from: 'OpenCLI, verified 2026-06-02'},
	author: {css: '[data-testid="User-Name"]', checked: '2026-11-21', from: 'OpenCLI, verified 2026-06-02'},
	permalink: {
		css: 'a[href*="/status/"]:has(time)',
		checked: '2026-11-21',
		from: 'OpenCLI, verified 2026-06-02',
	},
	focal: {
		css: 'article[data-testid="tweet"][tabindex="-1"]',
		checked: '2026-11-21',
		from: 'OpenCLI, verified 2026-06-02',
	},
	account: {
		css: '[data-testid="SideNav_AccountSwitcher_Button"] [data-testid^="UserAvatar-Container-"]',
		checked: '2026-11-21',
		from: 'memory: names the account that is signed in',
	},
	toolbar: {css: '[role="group"]', checked: '2026-11-21', from: 'memory: the row of reply, repost, like'},
	openReply: {css: '[data-testid="reply"]', checked: '2026-11-21', from: 'OpenCLI, verified 2026-06-02'},
	box: {
		css: '[data-testid="tweetTextarea_0"][contenteditable="true"], [data-testid="tweetTextarea_0"] [contenteditable="true"]',
		checked: '2026-11-21',
		from: 'OpenCLI, verified 2026-06-02',
	},
	dialog: {
		css: '[role="dialog"]',
		checked: '2026-11-22',
		from: 'memory: the reply opens in a dialog, below the post that it answers',
	},
} satisfies Selectors;

export const x: Platform = {
	name: 'x',
	hosts: hosts.x,
	matches: (url) => /(^|\.)(x|twitter)\.com$/.test(url.hostname),
	sendKey: 'ctrl+enter',
	mention: 'none',
	selectors,
	commentCss: selectors.card.css,
	findToolbar: (comment) => comment.querySelector<HTMLElement>(selectors.toolbar.css) ?? undefined,
	readAuthor: (comment) => readName(comment),
	readThread(comment) {
		const cards = findAll(comment.ownerDocument, selectors.card.css);
		const handle = signedIn(comment.ownerDocument);
		const {post, turns} = threadOf(comment, cards);
		const last = readComment(comment, handle);
		if (!hasWords('x', comment, last.author, last.text)) return undefined;
		return toPageComment({
			platform: 'x',
			url: readAddress(comment.querySelector(selectors.permalink.css)) || comment.ownerDocument.location.href,
			post: post ? readText(post.querySelector(selectors.text.css)) : '',
			comments: [...turns.map((card) => readComment(card, handle)), last],
			others: readEach(
				cards,
				(card) => card !== comment && card !== post && !turns.includes(card),
				(card) => readText(card.querySelector(selectors.text.css)),
			),
			when: readLine(comment.querySelector('time')),
		});
	},
	async findReplyBox(comment) {
		const page = comment.ownerDocument;
		const boxIn = (part: ParentNode) => part.querySelector<HTMLElement>(selectors.box.css) ?? undefined;
		const dialog = () => findAll(page, selectors.dialog.css).find(boxIn);
		// One that was open before may answer another post; it shows the post that it answers.
		const open = dialog();
		if (open && !readLine(open).includes(readLine(comment.querySelector(selectors.text.css))))
			throw new AnswersAnother('x: the open composer answers another post. Close it and insert again.');
		// The box in the page answers the focal post only.
		const isFocal = comment.matches(selectors.focal.css);
		return openReplyBox(
			'x',
			() => boxIn(dialog() ?? (isFocal ? page : comment)),
			() => comment.querySelector<HTMLElement>(selectors.openReply.css) ?? undefined,
		);
	},
};

function readName(card: HTMLElement): string {
	const line = readLine(card.querySelector(selectors.author.css));
	return /@\w+/.exec(line)?.[0] ?? line;
}

function readComment(card: HTMLElement, handle: string) {
	const author = readName(card);
	const permalink = readAddress(card.querySelector(selectors.permalink.css));
	return {
		id: /\/status\/(\d+)/.exec(permalink)?.[1] ?? '',
		author,
		text: readText(card.querySelector(selectors.text.css)),
		is_own: handle !== '' && author.toLowerCase() === handle,
		posted_at: readTime(card.querySelector('time')),
	};
}

/** '@name' of the account that is signed in, lower case; '' when the page does not show it. */
function signedIn(page: Document): string {
	const id = page.querySelector(selectors.account.css)?.getAttribute('data-testid');
	return id ? `@${id.replace('UserAvatar-Container-', '').toLowerCase()}` : '';
}

/**
 * The post is the first card of a conversation. What stands between it and the focal card leads to the focal card;
 * below the focal card, only cards of the same author right above belong to the comment for sure.
 */
function threadOf(
	comment: HTMLElement,
	cards: HTMLElement[],
): {post: HTMLElement | undefined; turns: HTMLElement[]} {
	const focal = cards.findIndex((card) => card.matches(selectors.focal.css));
	const at = cards.indexOf(comment);
	if (focal === -1 || at === 0) return {post: undefined, turns: []}; // a timeline, or the post itself
	const post = cards[0];
	if (at <= focal) return {post, turns: cards.slice(1, at)};
	let start = at;
	while (start - 1 > focal && readName(cards[start - 1] as HTMLElement) === readName(comment)) start -= 1;
	return {post, turns: [...cards.slice(1, focal + 1), ...cards.slice(start, at)]};
}
