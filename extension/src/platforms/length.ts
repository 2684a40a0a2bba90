/** How long a reply may be on each platform, counted as the platform counts. */
import type {Thread} from '../api/shapes';

/** A platform's limit; `count` gives how much of it a text uses. */
export type LengthRule = {limit: number; count: (text: string) => number};

const countCodePoints = (text: string) => [...text].length;

/**
 * Where each limit is from stands beside it; those of public tables were not seen in the site's own words. The server's
 * check has the same limits. Not here: what takes more than the 10,000 characters that any draft may have (Discourse,
 * GitHub, WordPress), and what tells no limit (Disqus, Hacker News, Trustpilot).
 */
const rules: Partial<Record<Thread['platform'], LengthRule>> = {
	x: {limit: 280, count: countWeighted}, // docs.x.com
	bluesky: {limit: 300, count: countGraphemes}, // social-app, MAX_GRAPHEME_LENGTH
	mastodon: {limit: 500, count: countMastodon}, // mastodon, StatusLengthValidator; a server may allow more
	tiktok: {limit: 150, count: countCodePoints}, // OpenCLI; public tables, 2026
	linkedin: {limit: 1250, count: countCodePoints}, // public tables, 2026
	discord: {limit: 2000, count: countCodePoints}, // discord.com/developers, without Nitro
	instagram: {limit: 2200, count: countCodePoints}, // public tables, 2026
	google_business: {limit: 4000, count: (text) => text.length}, // its box's own maxlength, public extensions, 2026
	facebook: {limit: 8000, count: countCodePoints}, // public tables, 2026
	youtube: {limit: 10_000, count: countCodePoints}, // public tables, 2026
	reddit: {limit: 10_000, count: countCodePoints}, // public tables, 2026
};

/** The rule of a platform; 10,000 characters where none is known. */
export function lengthRule(platform: Thread['platform']): LengthRule {
	return rules[platform] ?? {limit: 10_000, count: countCodePoints};
}

const urlWeight = 23; // X and Mastodon count every link so, however long it is
const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

function countGraphemes(text: string): number {
	return [...graphemes.segment(text)].length;
}

/** Count as Mastodon does: a link 23, of a mention the local name, and what a reader sees as one sign 1. */
function countMastodon(text: string): number {
	const counted = text
		.replace(/https?:\/\/[^\s]+/gi, 'x'.repeat(urlWeight))
		.replace(/(?<![/\w])@(\w+)@[\w.-]*\w/g, '@$1');
	return countGraphemes(counted);
}

/**
 * Count as X does: a link 23, an emoji 2 however it is composed, Latin and the common punctuation 1, all else 2.
 * https://docs.x.com/fundamentals/counting-characters
 */
export function countWeighted(text: string): number {
	let weight = 0;
	const rest = text
		.normalize('NFC')
		.replace(
			/(?<![\w@.])(?:https?:\/\/[^\s]+|(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|uk|de|co)\b(?:\/[^\s]*)?)/gi,
			() => {
				weight += urlWeight;
				return '';
			},
		);
	for (const {segment} of graphemes.segment(rest)) {
		if (/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(segment)) weight += 2;
		else for (const character of segment) weight += isLight(character.codePointAt(0) ?? 0) ? 1 : 2;
	}
	return weight;
}

/** The ranges X weighs as one: Latin to Georgian, and general punctuation. */
function isLight(code: number): boolean {
	return (
		code <= 4351 ||
		(code >= 8192 && code <= 8205) ||
		(code >= 8208 && code <= 8223) ||
		(code >= 8242 && code <= 8247)
	);
}
