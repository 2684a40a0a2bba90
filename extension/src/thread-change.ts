/** Whether a thread on the page moved on since its draft was asked for. Touches only the DOM, and keeps nothing. */
import {findAll} from './platforms/dom';
import type {Platform} from './platforms/platform';
import type {PageComment} from './thread';

/** A comment as it stood when its draft was asked for: its place, its reading, and which comments answered it then. */
export type Noted = {platform: Platform; comment: HTMLElement; read: PageComment; answers: string[]};

/** How a thread changed. `comment`: as it reads now, unless it is gone; `authors`: who answered since. */
export type ThreadChange = {
	kind: 'none' | 'gone' | 'edited' | 'answered';
	comment?: PageComment;
	authors: string[];
};

const readLimit = 30; // comments below it on the page that may be answers

/** Note how a comment stands. */
export function note(platform: Platform, comment: HTMLElement, read: PageComment): Noted {
	const answers = answersOf(platform, comment, read).map(({key}) => key);
	return {platform, comment, read, answers};
}

/** Compare a comment with how it stood. */
export function changeSince({platform, comment, read, answers}: Noted): ThreadChange {
	const now = comment.isConnected ? readNow(platform, comment) : undefined;
	if (!now) return {kind: 'gone', authors: []};
	if (turnsOf(now) !== turnsOf(read)) return {kind: 'edited', comment: now, authors: []};
	const fresh = answersOf(platform, comment, now).filter(({key}) => !answers.includes(key));
	if (fresh.length === 0) return {kind: 'none', comment: now, authors: []};
	const authors = fresh.map(({thread}) => thread.comments.at(-1)?.author ?? '').filter(Boolean);
	return {kind: 'answered', comment: now, authors: [...new Set(authors)]};
}

/** The comments further down the page that have this one among their earlier turns. */
function answersOf(platform: Platform, comment: HTMLElement, {thread}: PageComment): PageComment[] {
	const own = thread.comments.at(-1);
	const all = findAll(comment.ownerDocument, platform.commentCss);
	const at = all.indexOf(comment);
	if (!own || at === -1) return [];
	return all
		.slice(at + 1, at + 1 + readLimit)
		.flatMap((other) => readNow(platform, other) ?? [])
		.filter(({thread: {comments}}) =>
			comments
				.slice(0, -1)
				.some((turn) => (own.id ? turn.id === own.id : turn.author === own.author && turn.text === own.text)),
		);
}

/** Read a comment as it stands; one that cannot be read tells nothing of the thread. */
export function readNow(platform: Platform, comment: HTMLElement): PageComment | undefined {
	try {
		return platform.readThread(comment);
	} catch (error) {
		console.debug('A comment could not be read.', error);
		return undefined;
	}
}

const turnsOf = ({thread}: PageComment) =>
	JSON.stringify(thread.comments.map(({author, text}) => [author, text]));
