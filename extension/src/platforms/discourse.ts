/** Discourse, on any address. */
import {findAll, readAddress, readEach, readLine, readText} from './dom';
import {hasWords, type Platform, type Selectors, toPageComment} from './platform';
import {openReplyBox} from './reply-box';

const checked = '2026-11-22';
const post = 'discourse/discourse components/post.gjs and post/';

const selectors = {
	page: {css: 'meta[name="generator"][content^="Discourse"]', checked, from: 'memory'},
	comment: {css: 'article[data-post-id]', checked, from: post},
	holder: {css: '.topic-post', checked, from: post},
	own: {css: '.current-user-post', checked, from: post},
	embedded: {css: '.embedded-posts', checked, from: post},
	text: {css: '.cooked', checked, from: 'discourse/discourse post/cooked-html.gjs'},
	quoted: {
		css: 'aside.quote, aside.onebox, .cooked-selection-barrier',
		checked,
		from: 'memory: words of others',
	},
	author: {
		css: '.names [data-user-card]',
		checked,
		from: 'discourse/discourse post/meta-data/poster-name.gjs',
	},
	replyTo: {css: '.reply-to-tab', checked, from: 'discourse/discourse post/meta-data/reply-to-tab.gjs'},
	replyToName: {css: 'img[title]', checked, from: 'discourse/discourse post/meta-data/reply-to-tab.gjs'},
	permalink: {css: 'a.post-date', checked, from: 'discourse/discourse post/meta-data/date.gjs'},
	time: {css: '.relative-date[data-time]', checked, from: 'memory: milliseconds since 1970'},
	toolbar: {css: '.post-controls .actions', checked, from: 'memory'},
	openReply: {
		css: 'button.post-action-menu__reply, button.reply',
		checked,
		from: 'discourse/discourse post/menu/buttons/reply.gjs',
	},
	title: {css: '#topic-title h1, h1[data-topic-id]', checked, from: 'memory'},
	target: {
		css: '#reply-control .action-title .user-link',
		checked,
		from: 'discourse/discourse components/composer-action-title.gjs',
	},
	box: {
		css: '#reply-control.open .d-editor-input',
		checked,
		from: 'public extensions, 2026: a textarea or a ProseMirror',
	},
} satisfies Selectors;

export const discourse: Platform = {
	name: 'discourse',
	hosts: [],
	matches: (_url, page) => page.querySelector(selectors.page.css) !== null,
	sendKey: 'ctrl+enter',
	mention: 'none',
	selectors,
	commentCss: selectors.comment.css,
	findToolbar: (comment) => ownPart(comment, selectors.toolbar.css),
	readAuthor,
	readThread(comment) {
		if (!hasWords('discourse', comment, readAuthor(comment), readBody(comment))) return undefined;
		const page = comment.ownerDocument;
		const all = findAll(page, selectors.comment.css);
		const opening = all.find((other) => other.id === 'post_1');
		const turns = turnsBefore(comment, all).filter((turn) => turn !== opening);
		const title = readLine(page.querySelector(selectors.title.css));
		return toPageComment({
			platform: 'discourse',
			// A shared address names who shared it.
			url: readAddress(ownPart(comment, selectors.permalink.css)).split('?')[0] || page.location.href,
			post: [title, opening && opening !== comment ? readBody(opening) : ''].filter(Boolean).join('\n\n'),
			comments: [...turns, comment].map(readComment),
			others: readEach(
				all,
				(other) => other !== comment && other !== opening && !turns.includes(other),
				readBody,
			),
			when: readLine(ownPart(comment, selectors.time.css)),
		});
	},
	findReplyBox(comment) {
		const page = comment.ownerDocument;
		// One composer serves the topic. Above it stands whom it answers; a link to the topic for the opening post.
		const isFor = () => {
			const target = readLine(page.querySelector(selectors.target.css));
			return comment.id === 'post_1' ? target === '' : target === readAuthor(comment);
		};
		return openReplyBox(
			'discourse',
			() => (isFor() ? (page.querySelector<HTMLElement>(selectors.box.css) ?? undefined) : undefined),
			() => ownPart(comment, selectors.openReply.css),
		);
	},
};

/** Posts that are unfolded inside of another are not that one's parts. */
function ownPart(comment: HTMLElement, css: string): HTMLElement | undefined {
	return findAll(comment, css).find((part) => !part.closest(selectors.embedded.css));
}

function readBody(comment: HTMLElement): string {
	const text = ownPart(comment, selectors.text.css)?.cloneNode(true);
	if (!(text instanceof HTMLElement)) return '';
	for (const quoted of findAll(text, selectors.quoted.css)) quoted.remove();
	return readText(text);
}

function readAuthor(comment: HTMLElement): string {
	return ownPart(comment, selectors.author.css)?.dataset.userCard ?? '';
}

function readComment(comment: HTMLElement) {
	const time = Number(ownPart(comment, selectors.time.css)?.dataset.time);
	return {
		id: comment.dataset.postId ?? '',
		author: readAuthor(comment),
		text: readBody(comment),
		is_own: comment.closest(selectors.own.css) !== null,
		posted_at: time ? new Date(time).toISOString() : null,
	};
}

/**
 * What a post answers: the last post of whom its tab names. A reply to the post right above shows no tab, as a post to
 * the topic shows none: ours above, or one by somebody mentioned, is taken for what is answered.
 */
function turnsBefore(comment: HTMLElement, all: HTMLElement[]): HTMLElement[] {
	const earlier = all.slice(0, all.indexOf(comment));
	const tab = ownPart(comment, selectors.replyTo.css);
	const name = tab?.querySelector(selectors.replyToName.css)?.getAttribute('title') ?? readLine(tab);
	const previous = earlier.at(-1);
	const answered = tab
		? earlier.findLast((other) => readAuthor(other) === name)
		: previous &&
				(previous.closest(selectors.own.css) || readBody(comment).includes(`@${readAuthor(previous)}`))
			? previous
			: undefined;
	return answered ? [...turnsBefore(answered, all), answered] : [];
}
