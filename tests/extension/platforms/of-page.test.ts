import {beforeEach, expect, test} from 'vitest';
import {platformOf} from '../../../extension/src/platforms/of-page';
import {starsLine} from '../../../extension/src/platforms/stars';

beforeEach(() => {
	for (const old of document.head.querySelectorAll('meta, link')) old.remove();
	document.body.replaceChildren();
});

test.each([
	['https://bsky.app/profile/nina.example/post/3lbbb', 'bluesky'],
	['https://github.com/hollowfarm/boxes/issues/7', 'github'],
	['https://gist.github.com/hollowfarm/1', 'generic'],
	['https://news.ycombinator.com/item?id=1', 'hacker_news'],
	['https://www.trustpilot.com/review/hollowfarm.example', 'trustpilot'],
	['https://uk.trustpilot.com/review/hollowfarm.example', 'trustpilot'],
	['https://businessapp.b2b.trustpilot.com/reviews', 'trustpilot'],
	['https://business.google.com/reviews', 'google_business'],
	['https://www.google.com/local/business/1/customers/reviews', 'google_business'],
	['https://www.google.com/search?q=hollow+farm', 'generic'],
	['https://disqus.com/embed/comments/?f=boxblog', 'disqus'],
	['https://disqus.com/home', 'generic'],
	['https://discord.com/channels/1/2', 'discord'],
	['https://notdiscord.com/channels/1/2', 'generic'],
	['https://box.example/nine', 'generic'],
])('%s is %s by its address', (address, name) => {
	expect(platformOf(address).name).toBe(name);
});

test.each([
	['<div id="mastodon"></div>', 'mastodon'],
	['<meta name="generator" content="Discourse 3.6.0">', 'discourse'],
	['<link rel="https://api.w.org/"><ol><li class="comment" id="comment-1"></li></ol>', 'wordpress'],
	[
		'<div id="wpadminbar"></div><form id="commentform"><textarea id="comment"></textarea></form>',
		'wordpress',
	],
	['<meta name="generator" content="WordPress 6.9"><p>A page without comments.</p>', 'generic'],
	['<meta name="generator" content="Hugo 0.150">', 'generic'],
])('%s is %s at any address', (html, name) => {
	const page = new DOMParser().parseFromString(html, 'text/html');
	expect(platformOf('https://box.example/', page).name).toBe(name);
});

test.each([
	['2', '★★☆☆☆'],
	['Rated 5 out of 5 stars', '★★★★★'],
	['4,0 su 5 stelle', '★★★★☆'],
	['', ''],
	[undefined, ''],
	['no stars', ''],
])('%s is drawn as %s', (rating, stars) => {
	expect(starsLine(rating)).toBe(stars);
});
