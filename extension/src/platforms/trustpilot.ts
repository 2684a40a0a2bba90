/** Trustpilot: the public page of a company, and the reviews in Trustpilot Business. */
import {findAll, readAddress, readEach, readLine, readText, readTime} from './dom';
import {hosts} from './hosts';
import {hasWords, PageChanged, type Platform, type Selectors, toPageComment} from './platform';
import {openReplyBox} from './reply-box';
import {starsLine} from './stars';

const checked = '2026-11-22';
const seen = 'public readers of reviews, 2026';
const unseen = 'guess: no public source shows the pages of Trustpilot Business';

const selectors = {
	review: {
		css: '[data-service-review-card-paper], [data-testid="review-card"]',
		checked,
		from: `${seen}; the second a ${unseen}`,
	},
	rating: {css: '[data-service-review-rating], img[alt*="/5"], img[alt*=" 5 "]', checked, from: seen},
	toolbar: {css: 'div[data-service-review-rating]', checked, from: `${seen}: the row of stars and date`},
	title: {
		css: '[data-service-review-title-typography], [data-testid="review-title"]',
		checked,
		from: `${seen}; the second a ${unseen}`,
	},
	text: {
		css: '[data-service-review-text-typography], [data-testid="review-text"]',
		checked,
		from: `${seen}; the second a ${unseen}`,
	},
	author: {
		css: '[data-consumer-name-typography], [data-testid="consumer-name"]',
		checked,
		from: `${seen}; the second a ${unseen}`,
	},
	time: {css: 'time[datetime]', checked, from: seen},
	permalink: {css: 'a[href*="/reviews/"]', checked, from: seen},
	company: {css: '[data-business-unit-title-typography], #business-unit-title h1', checked, from: 'memory'},
	openReply: {css: 'button[data-testid*="reply" i], button[name*="reply" i]', checked, from: unseen},
	box: {css: 'textarea', checked, from: unseen},
} satisfies Selectors;

const isBusiness = (page: Document) => page.location.hostname.startsWith('businessapp.');

export const trustpilot: Platform = {
	name: 'trustpilot',
	hosts: hosts.trustpilot,
	matches: (url) => /(^|\.)trustpilot\.com$/.test(url.hostname),
	sendKey: 'button',
	mention: 'none',
	selectors,
	commentCss: selectors.review.css,
	findToolbar: (review) =>
		review.querySelector<HTMLElement>(selectors.toolbar.css) ??
		review.querySelector(selectors.time.css)?.parentElement ??
		review,
	readAuthor,
	readThread(review) {
		if (!hasWords('trustpilot', review, readAuthor(review), readBody(review))) return undefined;
		const page = review.ownerDocument;
		const permalink = readAddress(review.querySelector(selectors.permalink.css));
		return toPageComment({
			platform: 'trustpilot',
			url: permalink || page.location.href,
			post: readLine(page.querySelector(selectors.company.css)),
			comments: [
				{
					id: /\/reviews\/(\w+)/.exec(permalink)?.[1] ?? '',
					author: readAuthor(review),
					text: readBody(review),
					is_own: false,
					posted_at: readTime(review.querySelector(selectors.time.css)),
				},
			],
			others: readEach(findAll(page, selectors.review.css), (other) => other !== review, readBody),
			when: readLine(review.querySelector(selectors.time.css)),
		});
	},
	async findReplyBox(review) {
		if (!isBusiness(review.ownerDocument))
			throw new PageChanged(
				'trustpilot: reviews are answered in Trustpilot Business. Open the review there, click into the reply box and insert again.',
			);
		return openReplyBox(
			'trustpilot',
			() => review.querySelector<HTMLElement>(selectors.box.css) ?? undefined,
			() => review.querySelector<HTMLElement>(selectors.openReply.css) ?? undefined,
		);
	},
};

function readAuthor(review: HTMLElement): string {
	return readLine(review.querySelector(selectors.author.css));
}

function readBody(review: HTMLElement): string {
	const rating = review.querySelector(selectors.rating.css);
	const words = [selectors.title.css, selectors.text.css].map((css) => readText(review.querySelector(css)));
	const stars = starsLine(rating?.getAttribute('data-service-review-rating') ?? rating?.getAttribute('alt'));
	return [stars, ...words].filter(Boolean).join('\n');
}
