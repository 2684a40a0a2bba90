/** How long a reply may be on each platform, counted as the platform counts. */
import type {Thread} from '../api/shapes';

/** A platform's limit; `count` gives how much of it a text uses. */
export type LengthRule = {limit: number; count: (text: string) => number};

const countCodePoints = (text: string) => [...text].length;

const rules: Partial<Record<Thread['platform'], LengthRule>> = {
	x: {limit: 280, count: countWeighted},
	youtube: {limit: 10_000, count: countCodePoints},
	reddit: {limit: 10_000, count: countCodePoints},
};

/** The rule of a platform; 10,000 characters where none is known. */
export function lengthRule(platform: Thread['platform']): LengthRule {
	return rules[platform] ?? {limit: 10_000, count: countCodePoints};
}

const urlWeight = 23; // X shortens every link to t.co
const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

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
