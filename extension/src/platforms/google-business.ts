/** Reviews of a Google Business Profile: the list, and the window that shows one after the other. */
import {findAll, readEach, readLine, readText} from './dom';
import {hosts} from './hosts';
import {hasWords, type Platform, type Selectors, toPageComment} from './platform';
import {openReplyBox} from './reply-box';
import {starsLine} from './stars';

const checked = '2026-11-22';
const seen = 'public extensions and test pages rebuilt from the real one, 2026';

const selectors = {
	review: {
		css: 'article:has(a[jsname="xs1xe"]), article:has(a[href*="/maps/contrib/"])',
		checked,
		from: seen,
	},
	listed: {css: '[data-review-id]', checked, from: 'a public script, 2026: in the list'},
	author: {css: 'a[jsname="xs1xe"], a[href*="/maps/contrib/"]', checked, from: seen},
	icon: {css: '.google-symbols', checked, from: `${seen}: the name of an icon, as words`},
	rating: {css: '[role="img"][aria-label]', checked, from: `${seen}: the first number in its label`},
	when: {css: '.KEfuhb', checked, from: `${seen}: a class that is made anew now and then`},
	full: {
		css: '[jsname="PBWx0c"]',
		checked,
		from: `${seen}: all words of a long review, hidden until unfolded`,
	},
	short: {css: '[jsname="lvvS4b"]', checked, from: `${seen}: the words shown`},
	dialog: {css: '[role="dialog"]', checked, from: seen},
	openReply: {
		css: 'button',
		checked,
		from: `${seen}: the only button with words in a review without a reply`,
	},
	box: {css: 'textarea[jsname="YPqjbf"], textarea[aria-label][maxlength="4000"]', checked, from: seen},
} satisfies Selectors;

export const googleBusiness: Platform = {
	name: 'google_business',
	hosts: hosts.googleBusiness,
	matches: (url) =>
		url.hostname === 'business.google.com' ||
		(url.hostname === 'www.google.com' && url.pathname.startsWith('/local/business/')),
	sendKey: 'button',
	mention: 'none',
	selectors,
	commentCss: selectors.review.css,
	findToolbar: (review) => review.querySelector(selectors.author.css)?.parentElement ?? review,
	readAuthor,
	readThread(review) {
		if (!hasWords('google business', review, readAuthor(review), readBody(review))) return undefined;
		const page = review.ownerDocument;
		return toPageComment({
			platform: 'google_business',
			url: page.location.href,
			post: '',
			comments: [
				{
					id: idOf(review),
					author: readAuthor(review),
					text: readBody(review),
					is_own: false,
					posted_at: null,
				},
			],
			others: readEach(findAll(page, selectors.review.css), (other) => !isSame(other, review), readBody),
			when: readLine(review.querySelector(selectors.when.css)),
		});
	},
	findReplyBox: (review) =>
		openReplyBox(
			'google business',
			() => findAll(review.ownerDocument, selectors.box.css).find((box) => answers(box, review)),
			() => {
				const buttons = findAll(review, selectors.openReply.css).filter((button) => wordsOf(button) !== '');
				return buttons.length === 1 ? buttons[0] : undefined; // of several, one may delete a reply
			},
		),
};

/** A box stands with the review that it answers: alone in the window, or the only review around the box. */
function answers(box: HTMLElement, review: HTMLElement): boolean {
	const dialog = box.closest<HTMLElement>(selectors.dialog.css);
	let around = dialog ?? box.parentElement;
	while (around && !around.querySelector(selectors.review.css)) around = around.parentElement;
	const reviews = around ? findAll(around, selectors.review.css) : [];
	return reviews.length === 1 && reviews.every((other) => isSame(other, review));
}

const isSame = (one: HTMLElement, other: HTMLElement) =>
	one === other || (readAuthor(one) === readAuthor(other) && readBody(one) === readBody(other));

/** The words of an element without the names of its icons. */
function wordsOf(element: Element | null): string {
	const copy = element?.cloneNode(true);
	if (!(copy instanceof HTMLElement)) return '';
	for (const icon of findAll(copy, selectors.icon.css)) icon.remove();
	return copy.textContent?.trim() ?? '';
}

function idOf(review: HTMLElement): string {
	const listed = review.closest(selectors.listed.css) ?? review.querySelector(selectors.listed.css);
	const shown = new URLSearchParams(review.ownerDocument.location.search).get('reviewId');
	return listed?.getAttribute('data-review-id') ?? shown ?? '';
}

function readAuthor(review: HTMLElement): string {
	return wordsOf(review.querySelector(selectors.author.css));
}

function readBody(review: HTMLElement): string {
	const words =
		readText(review.querySelector(selectors.full.css)) || readText(review.querySelector(selectors.short.css));
	return [starsLine(review.querySelector(selectors.rating.css)?.getAttribute('aria-label')), words]
		.filter(Boolean)
		.join('\n');
}
