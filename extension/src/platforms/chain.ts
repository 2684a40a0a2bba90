/** Conversations shown as one list of cards around a focal one: what leads to a card. */

type Rules = {
	/** The card that the page is about. */
	isFocal: (card: HTMLElement) => boolean;
	/** Below the focal card: whether a card answers the one right above it. */
	answersPrevious: (card: HTMLElement) => boolean;
};

/** The post that opened the conversation and the turns before a card. No post: a timeline, or the post itself. */
export function leadingTo(
	card: HTMLElement,
	cards: HTMLElement[],
	{isFocal, answersPrevious}: Rules,
): {post: HTMLElement | undefined; turns: HTMLElement[]} {
	const focal = cards.findIndex(isFocal);
	const at = cards.indexOf(card);
	if (focal === -1 || at === 0) return {post: undefined, turns: []};
	const post = cards[0];
	if (at <= focal) return {post, turns: cards.slice(1, at)};
	let start = at;
	while (start - 1 > focal && answersPrevious(cards[start] as HTMLElement)) start -= 1;
	return {post, turns: [...cards.slice(1, focal + 1), ...cards.slice(start, at)]};
}
