import {render} from 'preact';
import {act} from 'preact/test-utils';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import * as states from '../../../extension/src/draft-state';
import {Announcement} from '../../../extension/src/ui/announcement';
import {pageComment, suggestion, triage} from '../samples';

let root: HTMLElement;
let spoken: string[];

beforeEach(() => {
	vi.useFakeTimers();
	root = document.createElement('main');
	document.body.replaceChildren(root);
	spoken = [];
});

afterEach(() => {
	vi.useRealTimers();
});

async function show(state: states.DraftState, ms = 0): Promise<void> {
	await act(() => render(<Announcement state={state} />, root));
	await act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
	const said = root.querySelector('[role="status"]')?.textContent ?? '';
	if (said && said !== spoken.at(-1)) spoken.push(said);
}

const finding = {
	check: 'unsupported_promise',
	severity: 'error',
	start: 0,
	end: 2,
	message: 'x',
	replacements: [],
};

function typed(text: string, isFound: boolean): states.DraftState {
	const findings = isFound ? [finding as (typeof states.unlooked.findings)[number]] : [];
	const opened = states.openComment(pageComment(), undefined, 'plain');
	return states.takeLooked(states.edit(opened, text), text, {...states.unlooked, findings});
}

test('while somebody types nothing is said; when the typing rests, once what was found', async () => {
	for (const text of ['W', 'We', 'We r', 'We re', 'We ref']) await show(typed(text, text.length > 3), 90);
	expect(spoken).toEqual([]);
	await show(typed('We refund', true), 3000);
	expect(spoken).toEqual(['1 finding: Unsupported promise.']);
	await show(typed('We refund you', true), 3000);
	expect(spoken).toHaveLength(1);
	await show(typed('Hello', false), 3000);
	expect(spoken.at(-1)).toBe('No findings.');
});

test('a draft that arrives is said once, with its findings', async () => {
	const comment = pageComment();
	let state = states.begin(states.openComment(comment, undefined, 'plain'), 'plain');
	await show(state);
	state = states.take(state, {name: 'created', suggestion: suggestion({text: ''})});
	for (const delta of ['Nine ', 'is ', 'past reason.']) {
		state = states.take(state, {name: 'delta', delta});
		await show(state);
	}
	await show(states.take(state, {name: 'completed', suggestion: suggestion()}), 3000);
	expect(spoken).toEqual(['Draft ready. ']);
});

test('where no reply is advised, that is said and no draft', async () => {
	const advice = {...triage, action: 'ignore'} as const;
	let state = states.begin(states.openComment(pageComment(), undefined, 'plain'), 'plain');
	await show(state);
	const none = suggestion({text: '', alternatives: [], triage: advice, finish_reason: 'no_reply_advised'});
	state = states.take(states.take(state, {name: 'created', suggestion: none}), {
		name: 'completed',
		suggestion: none,
	});
	await show(state, 3000);
	expect(spoken).toEqual(['No reply is advised.']);
});
