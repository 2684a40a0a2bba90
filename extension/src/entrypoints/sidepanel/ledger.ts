/** What follows a draft: what became of it, the promises in it, the note for colleagues. */
import * as api from '../../api/client';
import type {Feedback, FoundPromise, Triage} from '../../api/shapes';
import * as states from '../../draft-state';
import {type Offer, readOffers, storeOffers} from '../../offers';
import type {SendKey} from '../../platforms/platform';
import type {PageComment} from '../../thread';
import {addUntold, dropUntold, type News, readUntold} from '../../untold';
import type {Drafting} from './drafting';

const {timeZone} = Intl.DateTimeFormat().resolvedOptions();

/**
 * Tell the server what became of the text that is shown; the promises in it are offered to be kept. `sendKey`: what would
 * post it where it was inserted.
 */
export async function tell(
	drafting: Drafting,
	outcome: Feedback['outcome'],
	sendKey?: SendKey,
): Promise<void> {
	const {comment} = drafting.view.state;
	const version = states.shownVersion(drafting.view.state);
	if (!comment || !version) return;
	const {suggestionId, text} = version;
	drafting.change((state) => ({...state, told: {suggestionId, outcome, sendKey}}));
	await tellOrKeep(drafting, newsOf(comment, suggestionId, outcome, text));
}

/** Tell what could not be told while the server was away. */
export async function tellLate(drafting: Drafting): Promise<void> {
	for (const news of await readUntold()) {
		if (await pass(drafting, news, true)) await dropUntold(news);
	}
}

function newsOf(
	{key: commentKey, thread: {platform, url, comments}}: PageComment,
	suggestionId: string,
	outcome: Feedback['outcome'],
	text: string,
): News {
	const author = comments.at(-1)?.author ?? '';
	const at = new Date().toISOString();
	return {suggestionId, commentKey, platform, author, url, timeZone, outcome, text, at};
}

/** Tell the server now, or let it wait until the server is there. */
async function tellOrKeep(drafting: Drafting, news: News): Promise<void> {
	if (!(await pass(drafting, news, false))) await addUntold(news);
}

/** Pass news on to the server; false where it is away. */
async function pass(drafting: Drafting, news: News, isLate: boolean): Promise<boolean> {
	const {outcome, text, at, ...about} = news;
	const {suggestionId, timeZone: time_zone} = about;
	let promises: FoundPromise[] | undefined;
	if (suggestionId) {
		const posted_at = isLate && outcome === 'posted' ? at : null;
		const feedback = {outcome, text, posted_at, time_zone};
		const answer = await drafting.attempt((server) => api.sendFeedback(server, suggestionId, feedback));
		if (!isLate) drafting.set({untouched: answer?.untouched_in_a_row ?? 0});
		promises = answer?.promises;
	} else if (outcome !== 'taken_back') {
		promises = await drafting.attempt((server) =>
			api.findPromises(server, text, time_zone, server.brandVoiceId),
		);
	}
	// What it refused it would refuse again.
	if (!promises && drafting.view.server.kind !== 'ready') return false;
	if (!promises || outcome === 'taken_back') return true;
	const others = drafting.view.offers.filter(({commentKey}) => commentKey !== about.commentKey);
	await changeOffers(drafting, [...others, ...promises.map((promise): Offer => ({...about, promise}))]);
	return true;
}

/** The person knows better what to do; a comment that is left alone is told so. */
export async function overrule(drafting: Drafting, action: Triage['action']): Promise<void> {
	await drafting.overrule(action);
	if (action === 'ignore') await tell(drafting, 'ignored');
}

/** The reply was taken back: teammates are told so, and what it promised was not said. */
export async function takeBack(drafting: Drafting): Promise<void> {
	const {state} = drafting.view;
	const {told} = state;
	if (told && state.comment) {
		drafting.change((now) => ({...now, told: {...told, outcome: 'taken_back'}}));
		await tellOrKeep(drafting, newsOf(state.comment, told.suggestionId, 'taken_back', ''));
	}
	await changeOffers(
		drafting,
		drafting.view.offers.filter(({commentKey}) => commentKey !== state.comment?.key),
	);
}

/** The promises that waited when the panel was closed. */
export async function recallOffers(drafting: Drafting): Promise<void> {
	drafting.set({offers: await readOffers()});
}

/** Keep a promise, with the day as the person has it: yyyy-mm-dd, or '' for none. */
export async function keepPromise(drafting: Drafting, offer: Offer, dueDay: string): Promise<void> {
	const {promise, suggestionId, platform, author, url} = offer;
	const {quote, what, who, due, due_said} = promise;
	const isAsFound = dueDay === localDay(due);
	const kept = await drafting.attempt(async (server) => {
		await api.keepPromise(server, {
			quote,
			what,
			who,
			due: isAsFound ? due : dueDay ? new Date(`${dueDay}T23:59:59`).toISOString() : null,
			due_said: isAsFound ? due_said : '',
			time_zone: offer.timeZone,
			suggestion_id: suggestionId || null,
			brand_voice_id: server.brandVoiceId || null,
			platform,
			author: author || null,
			url: url || null,
		});
		return true;
	});
	if (kept) await dropOffer(drafting, offer);
}

/** It was no promise. */
export async function dropOffer(drafting: Drafting, offer: Offer): Promise<void> {
	await changeOffers(
		drafting,
		drafting.view.offers.filter((other) => other !== offer),
	);
}

/** What was promised to the author before is done. */
export async function finishPromise(drafting: Drafting, promiseId: string): Promise<void> {
	const done = await drafting.attempt(async (server) => {
		await api.finishPromise(server, promiseId);
		return true;
	});
	if (done) drafting.change((state) => states.closePromise(state, promiseId));
}

/** Pass the comment on, with the note as it stands. */
export async function handOver(drafting: Drafting): Promise<void> {
	const {state} = drafting.view;
	const handOff = states.handOffOf(state);
	const {comment, beside} = state;
	if (!comment || !handOff) return;
	const {platform, url, comments} = comment.thread;
	const isDone = await drafting.attempt(async (server) => {
		await api.handOver(server, {
			...handOff,
			suggestion_id: beside.suggestionId || null,
			brand_voice_id: server.brandVoiceId || null,
			platform,
			author: comments.at(-1)?.author || null,
			url: url || null,
		});
		return true;
	});
	if (!isDone) return;
	drafting.set({isHandedOver: true});
	if (state.told === undefined) await tell(drafting, 'handed_over');
}

/** The day of a moment where the person is, as a date field takes it; '' for none. */
export function localDay(moment: string | null): string {
	if (!moment) return '';
	const date = new Date(moment);
	const two = (part: number) => String(part).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

async function changeOffers(drafting: Drafting, offers: Offer[]): Promise<void> {
	drafting.set({offers});
	await storeOffers(offers);
}
