/** The state of one comment's drafts in the panel, and every way it changes. Pure: no waiting, no storage, no DOM. */
import type {SuggestionEvent} from './api/client';
import type {TroubleKind} from './api/problem';
import type {ChecksAnswer, Evidence, Finding, Suggestion, Triage} from './api/shapes';
import type {KeptDraft, Version} from './drafts';
import type {PageComment} from './thread';

/** What the panel shows of one comment. */
export type DraftState = {
	comment: PageComment | undefined;
	/** Every text there is for the comment, in the order they came; edits stay in theirs. */
	versions: Version[];
	shown: number;
	tone: string;
	note: string;
	/** idle: nothing is on its way; waiting: asked, not a word yet; streaming: words arrive. */
	phase: 'idle' | 'waiting' | 'streaming';
	triage: Triage | undefined;
	/** What was found in `checkedText`; stale while the person types on. */
	evidence: Evidence[];
	findings: Finding[];
	checkedText: string;
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
		phase: 'idle',
		triage: undefined,
		evidence: [],
		findings: [],
		checkedText: '',
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
	};
}

/** What to keep of a state; undefined while there is nothing worth it. */
export function toKept(state: DraftState, now: number): KeptDraft | undefined {
	const {comment, versions, shown, tone, note, triage} = state;
	if (!comment) return undefined;
	return {comment, versions, shown, tone, note, triage, savedAt: now};
}

/** The version that is shown. */
export const shownVersion = (state: DraftState): Version | undefined => state.versions[state.shown];

/** The text that stands in the draft box. */
export const shownText = (state: DraftState): string => shownVersion(state)?.text ?? '';

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
			const versions = [...state.versions.filter(({text}) => text), version];
			return {
				...state,
				versions,
				shown: versions.length - 1,
				triage: event.suggestion.triage,
				evidence: [],
				findings: [],
				checkedText: '',
			};
		}
		case 'delta':
			return {...receive(state, (version) => version.suggested + event.delta), phase: 'streaming'};
		case 'text':
			return receive(state, () => event.text);
		case 'evidence':
			return isStreamShown(state) ? {...state, evidence: [...state.evidence, event.evidence]} : state;
		case 'finding':
			return isStreamShown(state) ? {...state, findings: [...state.findings, event.finding]} : state;
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
	const {evidence, findings, text} = suggestion;
	const isShown = shownText(full) === text; // else the person looks at another one, or has typed
	return {
		...full,
		phase: 'idle',
		...(isShown ? {evidence, findings, checkedText: text} : {}),
		isReplyUnadvised: suggestion.finish_reason === 'no_reply_advised',
	};
}

/** The stream ended before its time. What came is kept. */
export function fail(state: DraftState, trouble: NonNullable<DraftState['trouble']>): DraftState {
	const settled = settle(state);
	const versions = settled.versions.filter(({text}) => text);
	return {...settled, versions, shown: clampIndex(settled.shown, versions), phase: 'idle', trouble};
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
		evidence: [],
		findings: [],
		checkedText: '',
	};
}

/** Where a text in this tone is that was already delivered with the newest suggestion; -1: it has to be asked for. */
export function findTone(state: DraftState, tone: string): number {
	const newest = state.versions.findLast(({suggestionId}) => suggestionId)?.suggestionId;
	return state.versions.findIndex((version) => version.tone === tone && version.suggestionId === newest);
}

/** Checks came back for a text; dropped when another one is shown by now. */
export function takeChecks(state: DraftState, text: string, {findings, evidence}: ChecksAnswer): DraftState {
	return shownText(state) === text ? {...state, findings, evidence, checkedText: text} : state;
}

/** The text with a finding's span replaced; unchanged when the finding is of an older text. */
export function applyFinding(state: DraftState, {start, end}: Finding, replacement: string): DraftState {
	const text = shownText(state);
	if (text !== state.checkedText) return state;
	return edit(state, text.slice(0, start) + replacement + text.slice(end));
}

const isStreamShown = (state: DraftState) => shownVersion(state)?.isStreaming === true;

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
