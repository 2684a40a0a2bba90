/** The facts of one comment: snippets put in or left out, facts for this reply alone, facts kept for later. */
import * as api from '../../api/client';
import type {OfferedSnippet} from '../../api/shapes';
import * as choices from '../../fact-choice';
import type {Drafting} from './drafting';
import {localDay} from './ledger';

const shownSnippets = 8; // of those that a search finds

/** Snippets with these words that a reply may rest on; none where the server does not answer. */
export async function findSnippets(
	drafting: Drafting,
	words: string,
	signal: AbortSignal,
): Promise<OfferedSnippet[]> {
	const asked = {words, brandVoiceId: drafting.settings.brandVoiceId, limit: shownSnippets};
	try {
		const found = await drafting.attempt((server) => api.listSnippets(server, asked, {signal}));
		return (found ?? []).map(({id, text, source}) => ({id, text, source}));
	} catch (error) {
		if (signal.aborted) return []; // other words are sought by now
		throw error;
	}
}

/** What a fact is for: the text as it stands, or a new draft. */
export type Aim = 'text' | 'draft';

/** Offer a snippet for this comment, whether or not it fits. */
export function putIn(drafting: Drafting, snippet: OfferedSnippet): void {
	choose(drafting, 'draft', (choice) => choices.putIn(choice, snippet));
}

/** Do not offer a snippet for this comment. */
export function leaveOut(drafting: Drafting, snippet: OfferedSnippet): void {
	choose(drafting, 'draft', (choice) => choices.leaveOut(choice, snippet));
}

/** A fact for this reply alone. */
export function addFact(drafting: Drafting, text: string, aim: Aim): void {
	choose(drafting, aim, (choice) => choices.addOwn(choice, text));
}

/** A fact for this reply is not to be used after all. */
export function dropFact(drafting: Drafting, text: string): void {
	choose(drafting, 'draft', (choice) => choices.dropOwn(choice, text));
}

/** Keep a fact as a snippet, which this reply may rest on as well; gives whether it is kept now. */
export async function keepFact(drafting: Drafting, text: string, source: string, aim: Aim): Promise<boolean> {
	const kept = await drafting.attempt((server) =>
		api.addSnippet(server, {
			text,
			source,
			brand_voice_id: server.brandVoiceId || null,
			url: null,
			valid_from: localDay(new Date().toISOString()),
			valid_until: null,
		}),
	);
	if (!kept) return false;
	const snippet = {id: kept.id, text, source};
	choose(drafting, aim, (choice) => choices.putIn(choices.dropOwn(choice, text), snippet));
	return true;
}

function choose(
	drafting: Drafting,
	aim: Aim,
	change: (choice: choices.FactChoice) => choices.FactChoice,
): void {
	drafting.change((state) => ({...state, facts: change(state.facts)}));
	if (aim === 'draft') drafting.reconsider();
	else drafting.lookAgain();
}
