/** The state of one comment's drafts in the panel, and every way it changes. Pure: no waiting, no storage, no DOM. */
import type {SuggestionEvent} from './api/client';
import type {TroubleKind} from './api/problem';
import type {Door, Evidence, Finding, HandOffOffer, Light, Suggestion, Teammate, Triage} from './api/shapes';
import type {Begun} from './begun';
import type {Beside, KeptDraft, Told, Version} from './drafts';
import {type FactChoice, noChoice} from './fact-choice';
import type {PageComment} from './thread';

/** What was seen in a text. */
export type Looked = {findings: Finding[]; evidence: Evidence[]; owning: Light[]; door: Door | null};

/** Nothing was looked at yet. */
export const unlooked: Looked = {findings: [], evidence: [], owning: [], door: null};

/** Nothing is known beside the comment. */
const nothingBeside: Beside = {
	suggestionId: '',
	handOff: null,
	person: null,
	disclosure: '',
	snippets: [],
};

/** What the panel shows of one comment. */
export type DraftState = {
	comment: PageComment | undefined;
	/** Every text there is for the comment, in the order they came; edits stay in theirs. */
	versions: Version[];
	shown: number;
	tone: string;
	note: string;
	/** What the person says that the reply may rest on. */
	facts: FactChoice;
	/** The forms that are open, with what stands in them. */
	begun: Begun;
	told: Told | undefined;
	/** idle: nothing is on its way; waiting: asked, not a word yet; streaming: words arrive. */
	phase: 'idle' | 'waiting' | 'streaming';
	triage: Triage | undefined;
	/** What came with the newest suggestion beside its texts. */
	beside: Beside;
	/** Who else works on the comment, as the server said last. */
	teammates: Teammate[];
	/** What was seen in `checkedText`; stale while the person types on. */
	looked: Looked;
	checkedText: string;
	/** Grammar and spelling of a text, which comes by a way of its own. */
	language: {text: string; findings: Finding[]};
	trouble: {kind: TroubleKind; message: string} | undefined;
	/** No reply is advised for this comment. */
	isReplyUnadvised: boolean;
};

/** No comment yet. */
export function emptyState(tone: string): DraftState {
	return {
		comment: undefined,
		versions: [],
		shown: 0,
		tone,
		note: '',
		facts: noChoice,
		begun: {},
		told: undefined,
		phase: 'idle',
		triage: undefined,
		beside: nothingBeside,
		teammates: [],
		looked: unlooked,
		checkedText: '',
		language: {text: '', findings: []},
		trouble: undefined,
		isReplyUnadvised: false,
	};
}

/** Begin with a comment, or go on with what was kept of it. */
export function openComment(comment: PageComment, kept: KeptDraft | undefined, tone: string): DraftState {
	if (!kept) return {...emptyState(tone), comment};
	const versions = kept.versions.map((version) => ({...version, isStreaming: false}));
	return {
		...emptyState(kept.tone),
		comment,
		versions,
		shown: clampIndex(kept.shown, versions),
		note: kept.note,
		triage: kept.triage,
		facts: kept.facts ?? noChoice,
		begun: kept.begun ?? {},
		told: kept.told,
		beside: {...nothingBeside, ...kept.beside},
		isReplyUnadvised: kept.triage?.action === 'ignore',
	};
}

/** What to keep of a state; undefined while there is nothing worth it. */
export function toKept(state: DraftState, now: number): KeptDraft | undefined {
	const {comment, versions, shown, tone, note, facts, begun, told, triage, beside} = state;
	if (!comment) return undefined;
	return {comment, versions, shown, tone, note, facts, begun, told, triage, beside, savedAt: now};
}

/** The version that is shown. */
export const shownVersion = (state: DraftState): Version | undefined => state.versions[state.shown];

/** The text that stands in the draft box. */
export const shownText = (state: DraftState): string => shownVersion(state)?.text ?? '';

/** Whether the text that is shown is the person's own, or has words of theirs. */
export function isOwn(state: DraftState): boolean {
	const version = shownVersion(state);
	return version !== undefined && version.text !== '' && version.text !== version.suggested;
}

/** A suggestion was asked for. */
export function begin(state: DraftState, tone: string): DraftState {
	return {...settle(state), tone, phase: 'waiting', trouble: undefined, isReplyUnadvised: false};
}

/** Take one event of the stream. */
export function take(state: DraftState, event: SuggestionEvent): DraftState {
	switch (event.name) {
		case 'created': {
			const version = {
				suggested: '',
				text: '',
				tone: state.tone,
				suggestionId: event.suggestion.id,
				isStreaming: true,
			};
			const {id} = event.suggestion;
			// The same one again is one that broke off and is told anew.
			const isOld = ({text, suggested, suggestionId}: Version) =>
				!text || (suggestionId === id && text === suggested);
			const versions = [...state.versions.filter((old) => !isOld(old)), version];
			return {
				...state,
				versions,
				shown: versions.length - 1,
				triage: event.suggestion.triage,
				beside: besideOf(event.suggestion),
				teammates: event.suggestion.teammates,
				looked: unlooked,
				checkedText: '',
			};
		}
		case 'delta':
			return {...receive(state, (version) => version.suggested + event.delta), phase: 'streaming'};
		case 'text':
			return receive(state, () => event.text);
		case 'evidence':
			return seeMore(state, ({evidence}) => ({evidence: [...evidence, event.evidence]}));
		case 'finding':
			return seeMore(state, ({findings}) => ({findings: [...findings, event.finding]}));
		case 'alternative':
			return addAlternative(state, event.alternative, streamingVersion(state)?.suggestionId ?? '');
		case 'completed':
			return complete(state, event.suggestion);
	}
}

function complete(state: DraftState, suggestion: Suggestion): DraftState {
	const settled = settle(receive({...state, triage: suggestion.triage}, () => suggestion.text));
	const full = suggestion.alternatives.reduce(
		(grown, alternative) => addAlternative(grown, alternative, suggestion.id),
		settled,
	);
	const {evidence, findings, owning, door, text} = suggestion;
	const isShown = shownText(full) === text; // else the person looks at another one, or has typed
	return {
		...full,
		phase: 'idle',
		...(isShown ? {looked: {evidence, findings, owning, door}, checkedText: text} : {}),
		isReplyUnadvised: suggestion.finish_reason === 'no_reply_advised',
	};
}

/** The stream ended before its time. What came is kept. */
export function fail(state: DraftState, trouble: NonNullable<DraftState['trouble']>): DraftState {
	const settled = settle(state);
	const versions = settled.versions.filter(({text}) => text);
	return {...settled, versions, shown: clampIndex(settled.shown, versions), phase: 'idle', trouble};
}

/** The server is there again: what only its absence hindered is no trouble any more. */
export function serverCame(state: DraftState): DraftState {
	const isOver = state.trouble && ['down', 'loading', 'unpaired', 'busy'].includes(state.trouble.kind);
	return isOver ? {...state, trouble: undefined} : state;
}

/** The person stopped the stream. */
export const stop = (state: DraftState): DraftState => ({
	...fail(state, {kind: 'refused', message: ''}),
	trouble: undefined,
});

/** The person typed. While words still arrive, theirs stand, and the whole suggestion becomes a version beside it. */
export function edit(state: DraftState, text: string): DraftState {
	if (!shownVersion(state)) {
		const version = {suggested: '', text, tone: state.tone, suggestionId: ''};
		return {...state, versions: [version], shown: 0};
	}
	return {...state, versions: replaceAt(state.versions, state.shown, (version) => ({...version, text}))};
}

/** Show another version. */
export function show(state: DraftState, index: number): DraftState {
	const shown = clampIndex(index, state.versions);
	return {
		...state,
		shown,
		tone: state.versions[shown]?.tone ?? state.tone,
		looked: unlooked,
		checkedText: '',
	};
}

/** Where a text in this tone is that was already delivered with the newest suggestion; -1: it has to be asked for. */
export function findTone(state: DraftState, tone: string): number {
	const newest = state.versions.findLast(({suggestionId}) => suggestionId)?.suggestionId;
	return state.versions.findIndex((version) => version.tone === tone && version.suggestionId === newest);
}

/** Something was seen in a text; dropped when another one is shown by now. */
export function takeLooked(state: DraftState, text: string, looked: Looked): DraftState {
	return shownText(state) === text ? {...state, looked, checkedText: text} : state;
}

/** All findings in `checkedText`. */
export function findingsIn({looked, language, checkedText}: DraftState): Finding[] {
	return language.text === checkedText ? [...looked.findings, ...language.findings] : looked.findings;
}

/** Another advice for the comment, with what goes with it; the drafts stay. */
export function takeAdvice(state: DraftState, suggestion: Suggestion): DraftState {
	const {triage} = suggestion;
	return {...state, triage, beside: besideOf(suggestion), isReplyUnadvised: triage.action === 'ignore'};
}

/** The note for the colleagues, in the person's words where there are any; null where nobody is to take over. */
export function handOffOf({beside: {handOff}, begun}: DraftState): HandOffOffer | null {
	return handOff && {...handOff, note: begun.handOffNote ?? handOff.note};
}

/** A promise is no longer open to the comment's author. */
export function closePromise(state: DraftState, promiseId: string): DraftState {
	const {person} = state.beside;
	if (!person) return state;
	const promises = person.promises.filter(({id}) => id !== promiseId);
	return {...state, beside: {...state.beside, person: {...person, promises}}};
}

function seeMore(state: DraftState, add: (looked: Looked) => Partial<Looked>): DraftState {
	if (!shownVersion(state)?.isStreaming) return state;
	return {...state, looked: {...state.looked, ...add(state.looked)}};
}

function besideOf({id, hand_off, person, disclosure, snippets}: Suggestion): Beside {
	return {suggestionId: id, handOff: hand_off, person, disclosure, snippets};
}

const streamingVersion = (state: DraftState) => state.versions.find(({isStreaming}) => isStreaming);

function receive(state: DraftState, next: (version: Version) => string): DraftState {
	const index = state.versions.findIndex(({isStreaming}) => isStreaming);
	return {
		...state,
		versions: replaceAt(state.versions, index, (version) => {
			const suggested = next(version);
			return {...version, suggested, text: version.text === version.suggested ? suggested : version.text};
		}),
	};
}

/** Nothing more arrives. Where the person typed into the stream, the suggestion as a whole stands beside. */
function settle(state: DraftState): DraftState {
	const index = state.versions.findIndex(({isStreaming}) => isStreaming);
	const version = state.versions[index];
	if (!version) return state;
	const settled = {...version, isStreaming: false};
	const beside =
		version.text !== version.suggested && version.suggested ? [{...settled, text: version.suggested}] : [];
	return {
		...state,
		versions: [...state.versions.slice(0, index), settled, ...beside, ...state.versions.slice(index + 1)],
	};
}

function addAlternative(
	state: DraftState,
	{text, tone}: {text: string; tone: string},
	suggestionId: string,
): DraftState {
	const isKnown = state.versions.some(
		(version) => version.suggestionId === suggestionId && version.suggested === text && version.tone === tone,
	);
	if (isKnown || !text) return state;
	return {...state, versions: [...state.versions, {suggested: text, text, tone, suggestionId}]};
}

function replaceAt(versions: Version[], index: number, change: (version: Version) => Version): Version[] {
	return versions.map((version, at) => (at === index ? change(version) : version));
}

const clampIndex = (index: number, versions: Version[]) => Math.max(0, Math.min(index, versions.length - 1));
