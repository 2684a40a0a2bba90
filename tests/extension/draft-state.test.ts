import {expect, test} from 'vitest';
import * as states from '../../extension/src/draft-state';
import {pageComment, suggestion, triage} from './samples';

const opened = () => states.openComment(pageComment(), undefined, 'plain');
const created = (id = 'sug_1') => ({name: 'created', suggestion: suggestion({id, text: ''})}) as const;
const delta = (text: string) => ({name: 'delta', delta: text}) as const;

/** A finished draft with alternatives in two tones. */
function finished() {
	const whole = suggestion({
		alternatives: [
			{text: 'Nine! I am sorry.', tone: 'apologetic', written: 'free'},
			{text: 'Nine is a lot.', tone: 'plain', written: 'guided'},
		],
		findings: [
			{check: 'vague', severity: 'info', start: 8, end: 12, message: 'Say it', replacements: ['beyond']},
		],
	});
	const events = [
		created(),
		delta('Nine is '),
		delta('past'),
		{name: 'completed', suggestion: whole},
	] as const;
	return events.reduce(states.take, states.begin(opened(), 'plain'));
}

test('words stream into the draft', () => {
	const waiting = states.begin(opened(), 'warm');
	expect(waiting.phase).toBe('waiting');
	const streaming = [created(), delta('Nine '), delta('is')].reduce(states.take, waiting);
	expect(states.shownText(streaming)).toBe('Nine is');
	expect(streaming.phase).toBe('streaming');
	expect(streaming.triage).toEqual(triage);
});

test('the whole suggestion brings its alternatives and findings', () => {
	const state = finished();
	expect(state.phase).toBe('idle');
	expect(states.shownText(state)).toBe('Nine is past reason.');
	expect(state.versions.map(({tone}) => tone)).toEqual(['plain', 'apologetic', 'plain']);
	expect(states.findingsIn(state)).toHaveLength(1);
});

test('an alternative that was streamed is not doubled by the whole', () => {
	const alternative = {text: 'Other.', tone: 'warm', written: 'free'} as const;
	const events = [
		created(),
		{name: 'alternative', alternative},
		{name: 'completed', suggestion: suggestion({alternatives: [alternative]})},
	] as const;
	expect(events.reduce(states.take, states.begin(opened(), 'plain')).versions).toHaveLength(2);
});

test('what the person types into the stream stands, and the suggestion stands beside it', () => {
	let state = [created(), delta('Nine is ')].reduce(states.take, states.begin(opened(), 'plain'));
	state = states.edit(state, 'Nine is too much');
	state = [delta('past reason.'), {name: 'completed', suggestion: suggestion()} as const].reduce(
		states.take,
		state,
	);
	expect(states.shownText(state)).toBe('Nine is too much');
	expect(state.versions.map(({text}) => text)).toEqual(['Nine is too much', 'Nine is past reason.']);
	expect(state.checkedText).not.toBe(state.versions[1]?.text);
});

test('a stream that breaks off keeps what came, typed and streamed', () => {
	let state = [created(), delta('Nine is ')].reduce(states.take, states.begin(opened(), 'plain'));
	state = states.edit(state, 'Mine');
	state = states.fail(state, {kind: 'broken-off', message: 'Start it again.'});
	expect(state.versions.map(({text}) => text)).toEqual(['Mine', 'Nine is ']);
	expect(state.trouble?.message).toBe('Start it again.');
	expect(state.phase).toBe('idle');
});

test('a failure before the first word leaves no empty draft', () => {
	const state = states.fail(states.take(states.begin(opened(), 'plain'), created()), {
		kind: 'down',
		message: 'x',
	});
	expect(state.versions).toEqual([]);
});

test('a tone that was delivered is found, and edits stay with their draft', () => {
	let state = states.edit(finished(), 'My own words.');
	const index = states.findTone(state, 'apologetic');
	state = states.show(state, index);
	expect(states.shownText(state)).toBe('Nine! I am sorry.');
	expect(state.tone).toBe('apologetic');
	state = states.show(state, states.findTone(state, 'plain'));
	expect(states.shownText(state)).toBe('My own words.');
	expect(states.findTone(state, 'playful')).toBe(-1);
});

test('texts of an older suggestion do not answer a newer note', () => {
	const again = states.take(states.begin(finished(), 'plain'), created('sug_2'));
	const done = states.take(again, {name: 'completed', suggestion: suggestion({id: 'sug_2', text: 'New.'})});
	expect(states.findTone(done, 'apologetic')).toBe(-1);
	expect(done.versions).toHaveLength(4);
});

test('what was seen in a text that is gone is dropped', () => {
	const state = states.edit(finished(), 'Newer');
	expect(states.takeLooked(state, 'Older', states.unlooked)).toBe(state);
	expect(states.takeLooked(state, 'Newer', states.unlooked).checkedText).toBe('Newer');
});

test('findings of grammar stand beside the others, of the same text alone', () => {
	const [finding] = states.findingsIn(finished());
	if (!finding) throw new Error('no finding');
	const language = {text: finished().checkedText, findings: [{...finding, check: 'language'}]};
	const names = (state: states.DraftState) => states.findingsIn(state).map(({check}) => check);
	expect(names({...finished(), language})).toEqual([finding.check, 'language']);
	expect(names({...finished(), language: {...language, text: 'Older'}})).toEqual([finding.check]);
});

test('another advice brings its own note for the colleagues, and leaves the drafts', () => {
	const handOff = {to: 'safety', note: 'Please look.'} as const;
	const advice = {...triage, action: 'hand_over', hand_over_to: 'safety'} as const;
	let state = states.takeAdvice(finished(), suggestion({triage: advice, hand_off: handOff}));
	expect(states.shownText(state)).toBe('Nine is past reason.');
	state = {...state, begun: {handOffNote: 'Please look at once.'}};
	expect(states.handOffOf(state)).toEqual({to: 'safety', note: 'Please look at once.'});
	const legal = {to: 'legal', note: 'Please say what we may answer.'} as const;
	state = states.takeAdvice(state, suggestion({triage: advice, hand_off: legal}));
	expect(states.handOffOf(state)).toEqual({to: 'legal', note: 'Please look at once.'});
	expect(states.toKept(state, 0)?.begun?.handOffNote).toBe('Please look at once.');
});

test('no reply advised is a state of its own, with room to write one', () => {
	const unadvised = suggestion({text: '', finish_reason: 'no_reply_advised'});
	let state = [created(), {name: 'completed', suggestion: unadvised} as const].reduce(
		states.take,
		states.begin(opened(), 'plain'),
	);
	expect(state.isReplyUnadvised).toBe(true);
	state = states.edit(state, 'Thanks.');
	expect(states.shownText(state)).toBe('Thanks.');
});

test('what is kept comes back as it was', () => {
	const state = {...states.show(states.edit(finished(), 'Mine'), 1), note: 'say sorry'};
	const kept = states.toKept(state, 5);
	if (!kept) throw new Error('nothing kept');
	const back = states.openComment(pageComment(), kept, 'warm');
	expect(back.versions.map(({text}) => text)).toEqual(['Mine', 'Nine! I am sorry.', 'Nine is a lot.']);
	expect(back).toMatchObject({shown: 1, tone: 'apologetic', note: 'say sorry', triage, phase: 'idle'});
});

test('a suggestion that broke off and is told anew takes the place of what came before, unless it was edited', () => {
	const broken = [created(), delta('Nine is ')].reduce(states.take, states.begin(opened(), 'plain'));
	expect(states.take(broken, created()).versions).toHaveLength(1);
	const edited = states.take(states.edit(broken, 'Nine is mine'), created());
	expect(edited.versions.map(({text}) => text)).toEqual(['Nine is mine', '']);
});
