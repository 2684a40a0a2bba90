import {expect, test} from 'vitest';
import {countWeighted, lengthRule} from '../../../extension/src/platforms/length';

test.each([
	['', 0],
	['Hello there', 11],
	['see https://example.com/a/very/long/path?with=a&query=as-well', 27],
	['two: example.com and https://a.io', 56],
	['👩‍👩‍👧 and 🇬🇧', 9],
	['1️⃣', 2],
	['日本', 4],
	['café — naïve', 12],
	['mail me: ann@example.org', 24],
])('%s weighs %d on X', (text, weight) => {
	expect(countWeighted(text)).toBe(weight);
});

test.each([
	['mastodon', 'see https://a.io', 27],
	['mastodon', 'see https://example.com/a/very/long/path?with=a&query=as-well', 27],
	['mastodon', '@ann@far.example and @bob, ann@mail.example', 31],
	['mastodon', '👩‍👩‍👧é', 2],
	['bluesky', '👩‍👩‍👧 𝒂', 3],
	['google_business', 'né 🥬', 5],
	['tiktok', '👩‍👩‍👧', 5],
] as const)('%s counts %s as %d', (platform, text, count) => {
	expect(lengthRule(platform).count(text)).toBe(count);
});

test('each platform has its own limit', () => {
	expect(lengthRule('x').limit).toBe(280);
	expect(lengthRule('youtube').limit).toBe(10_000);
	expect(lengthRule('generic').limit).toBe(10_000);
	expect(lengthRule('reddit').count('👩‍👩‍👧')).toBe(5);
});
