/** The comment a person asked about, as it goes from the page to the panel. */
import type {Thread} from './api/shapes';

/** A comment with its thread, and what the panel shows beside it. */
export type PageComment = {
	/** Names this comment for ever: kept drafts are found again by it. */
	key: string;
	thread: Thread;
	/** The time as the page words it ("2 hours ago"), where no exact time is known. */
	when: string;
};

/** Software that runs at any address: each server numbers its comments for itself. */
const atAnyAddress = new Set<Thread['platform']>(['mastodon', 'discourse', 'wordpress']);

/** Name a thread's last comment by its id on the platform, or else by what it says and where. */
export function commentKey({platform, url, comments}: Thread): string {
	const {id = '', author = '', text = ''} = comments.at(-1) ?? {};
	const host = atAnyAddress.has(platform) && URL.canParse(url) ? `${new URL(url).host}:` : '';
	// What any other page has for an id, another page may have too.
	if (id && platform !== 'generic') return `${platform}:${host}${id}`;
	return `${platform}:${hash([url.split('#')[0], id, author, text].join('\n'))}`;
}

/** 53-bit string hash (cyrb53, public domain): enough to tell comments apart, not to hide them. */
function hash(text: string): string {
	let high = 0xdeadbeef;
	let low = 0x41c6ce57;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		high = Math.imul(high ^ code, 2654435761);
		low = Math.imul(low ^ code, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
