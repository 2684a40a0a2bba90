import {expect, test} from 'vitest';
import {platforms} from '../../extension/src/platforms/of-page';
import {isInFrames, isWithin, knownSites, originOf, siteOf, storedSite} from '../../extension/src/sites';

test.each([
	['https://x.com/HollowFarm/status/1001', 'x.com', true],
	['https://old.reddit.com/r/vegboxes', 'old.reddit.com', true],
	['https://forum.example.org:8443/t/12', 'forum.example.org', false],
	['http://intranet/wiki', 'intranet', false],
	['https://x.com.example.org/', 'x.com.example.org', false],
])('%s is of %s, known: %s', (address, host, isKnown) => {
	expect(siteOf(address)).toMatchObject({host, isKnown});
});

test.each(['chrome://settings', 'about:blank', 'file:///home/a.html', 'moz-extension://a/b.html'])(
	'%s is no site',
	(address) => {
		expect(siteOf(address)).toBeUndefined();
	},
);

test('every address of a platform is a pattern that can be asked for, and none is for all sites', () => {
	for (const {pattern, host} of knownSites) {
		expect(originOf(pattern)).toMatch(/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/);
		expect(host).not.toBe('');
		expect(storedSite(pattern).isKnown).toBe(true);
	}
	expect(new Set(knownSites.map(({pattern}) => pattern)).size).toBe(knownSites.length);
});

test('an address lies within the patterns that were allowed, and in no other', () => {
	expect(isWithin(['https://x.com/*'], 'https://x.com')).toBe(true);
	expect(isWithin(['https://x.com/*'], 'https://twitter.com/a')).toBe(false);
	expect(isWithin([], 'https://x.com')).toBe(false);
});

test('frames are looked into on pages of the person’s own, and where a platform says so', () => {
	expect(isInFrames(storedSite('https://forum.example.org/*'))).toBe(true);
	expect(knownSites.filter(isInFrames).map(({host}) => host)).toEqual([
		'business.google.com',
		'www.google.com/local/business',
		'disqus.com',
	]);
});

test('the sites that can be asked for are those that the platforms read', () => {
	const read = platforms.flatMap(({hosts}) => hosts);
	expect(knownSites.map(({pattern}) => pattern).sort()).toEqual(read.sort());
});
