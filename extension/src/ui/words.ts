/** The panel's words for what the API names, and the share of a text that is the person's. */
import type {Evidence, HandOffOffer, Triage} from '../api/shapes';

/** What each action is called on the triage line. */
export const actionWords: Record<Triage['action'], string> = {
	reply: 'Reply',
	ask: 'Ask',
	move: 'Move to private',
	hand_over: 'Hand over',
	ignore: 'Leave it',
};

/** What each team is called. */
export const teamWords: Record<HandOffOffer['to'], string> = {
	support: 'Support',
	pr: 'PR',
	product: 'Product',
	legal: 'Legal',
	safety: 'Safety',
	marketing: 'Marketing',
};

/** What each kind of evidence is called. */
export const evidenceWords: Record<Evidence['kind'], string> = {
	comment: 'the comment',
	thread: 'the thread',
	snippet: 'a snippet',
	note: 'your note',
	opinion: 'an opinion or courtesy',
	nothing: 'nothing we know',
};

/** A check's name as a heading: `unsupported_number` → "Unsupported number", `non_apology` → "Non-apology". */
export function checkWords(check: string): string {
	const words = check.replace(/^non_/, 'non-').replaceAll('_', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How much of a text the person wrote, 0 to 1: the words of it that are not in the suggestion, in order. */
export function humanShare(suggested: string, text: string): number {
	const words = text.match(/\S+/g) ?? [];
	if (words.length === 0) return 0;
	const given = suggested.match(/\S+/g) ?? [];
	let row = new Array<number>(given.length + 1).fill(0);
	for (const word of words.slice(0, 2000)) {
		const next = [0];
		for (const [index, other] of given.slice(0, 2000).entries()) {
			next.push(word === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
		}
		row = next;
	}
	return 1 - (row.at(-1) ?? 0) / words.length;
}
