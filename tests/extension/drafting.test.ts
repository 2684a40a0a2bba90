import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {Teammate} from '../../extension/src/api/shapes';
import {findingsIn, shownText, unlooked} from '../../extension/src/draft-state';
import {readDraft} from '../../extension/src/drafts';
import {Drafting} from '../../extension/src/entrypoints/sidepanel/drafting';
import * as facts from '../../extension/src/entrypoints/sidepanel/facts';
import * as ledger from '../../extension/src/entrypoints/sidepanel/ledger';
import {switchCheck} from '../../extension/src/entrypoints/sidepanel/voice';
import type {Question} from '../../extension/src/language/worker';
import {readOffers} from '../../extension/src/offers';
import {changeSettings, readSettings} from '../../extension/src/settings';
import {pageComment, suggestion, triage} from './samples';
import {fakeBrowser} from './stored';

const ignored = {...triage, action: 'ignore', advised: 'reply'} as const;
const promise = {
	start: 0,
	end: 20,
	quote: 'refund you by Friday',
	what: 'refund you',
	who: 'we',
	due: '2026-11-27T12:00:00Z',
	due_said: 'by Friday',
};

/** A server in place of fetch: what it was asked, and whether it is there. */
function fakeServer() {
	const server = {
		isUp: true,
		modelHost: '',
		teammates: [] as Teammate[],
		asked: [] as {path: string; body: Record<string, unknown>}[],
	};
	const line = (name: string, payload: unknown) =>
		`event: suggestion.${name}\ndata: ${JSON.stringify(payload)}\n\n`;
	const whole = suggestion({alternatives: [{text: 'Nine! Sorry.', tone: 'apologetic', written: 'free'}]});
	const answers: Record<string, () => string> = {
		'/health': () =>
			JSON.stringify({
				status: 'ok',
				version: '1',
				model: 'echo',
				engine: 'echo',
				model_host: server.modelHost,
			}),
		'/v1/tones': () => JSON.stringify({data: [], next: null}),
		'/v1/suggestions': () =>
			line('created', suggestion({text: '', teammates: server.teammates})) + line('completed', whole),
		'/v1/checks': () => JSON.stringify({...unlooked, teammates: server.teammates}),
		'/v1/suggestions/sug_1/triage': () => JSON.stringify(suggestion({triage: ignored})),
		'/v1/suggestions/sug_1/feedback': () =>
			JSON.stringify({human_share: 0, untouched_in_a_row: 3, promises: [promise]}),
		'/v1/promises': () => '{}',
		'/v1/snippets': () => JSON.stringify({id: 'snip_9'}),
		'/v1/brand-voices': () => JSON.stringify({data: [{id: 'bv_1', name: 'Ember'}], next: null}),
		'/v1/brand-voices/bv_1/checks': () => JSON.stringify({id: 'bv_1', name: 'Ember'}),
	};
	vi.stubGlobal('fetch', async (url: string, {body}: RequestInit) => {
		const path = new URL(url).pathname;
		server.asked.push({path, body: JSON.parse(String(body ?? '{}'))});
		if (!server.isUp) throw new TypeError('Failed to fetch');
		return new Response(answers[path]?.() ?? '');
	});
	return server;
}

/** A grammar checker that finds a fault at each “teh”. */
class FakeWorker extends EventTarget {
	postMessage({id, text}: Question): void {
		const at = text.indexOf('teh');
		const fault = {
			kind: 'Spelling',
			start: at,
			end: at + 3,
			message: 'Did you mean “the”?',
			replacements: ['the'],
		};
		this.dispatchEvent(new MessageEvent('message', {data: {id, faults: at === -1 ? [] : [fault]}}));
	}
}

let server: ReturnType<typeof fakeServer>;
let drafting: Drafting;

beforeEach(async () => {
	vi.useFakeTimers();
	fakeBrowser.reset();
	vi.stubGlobal('Worker', FakeWorker);
	server = fakeServer();
	drafting = new Drafting(await readSettings());
	await drafting.lookAtServer();
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const asked = (path: string) => server.asked.filter((call) => call.path === path);
const settle = () => vi.advanceTimersByTimeAsync(20);

test('a model on another computer is not said to be on this one', async () => {
	expect(drafting.view.server).toMatchObject({kind: 'ready', isLocal: true});
	server.modelHost = 'gpu.example';
	await drafting.lookAtServer();
	expect(drafting.view.server).toMatchObject({kind: 'ready', isLocal: false});
});

test('a comment that is opened gets a draft, and the draft is kept', async () => {
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	expect(shownText(drafting.view.state)).toBe('Nine is past reason.');
	await vi.advanceTimersByTimeAsync(200);
	expect((await readDraft('youtube:1'))?.versions[0]?.text).toBe('Nine is past reason.');
});

test('words in a form that was not sent are there again when the panel is', async () => {
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	const begun = {
		correction: {author: '@imogenf', text: 'Ten kohl'},
		fact: {known: '', text: 'Potatoes are ba', source: '', isKept: true},
	};
	drafting.change((state) => ({...state, begun}));
	drafting.keepNow();
	const other = new Drafting(await readSettings());
	other.open(pageComment(), undefined, await readDraft('youtube:1'));
	expect(other.view.state.begun).toEqual(begun);
	other.correct({author: '@imogenf', text: 'Ten kohlrabi!'});
	expect(other.view.state.begun).toEqual({fact: begun.fact});
	expect(other.view.state.comment?.thread.comments.at(-1)?.text).toBe('Ten kohlrabi!');
});

test('typing is checked once, after a pause, and kept', async () => {
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	const before = asked('/v1/checks').length;
	for (const text of ['N', 'Ni', 'Nine']) drafting.edit(text);
	await vi.advanceTimersByTimeAsync(50);
	expect(asked('/v1/checks')).toHaveLength(before);
	await vi.advanceTimersByTimeAsync(20);
	expect(asked('/v1/checks')).toHaveLength(before + 1);
	expect(asked('/v1/checks').at(-1)?.body.text).toBe('Nine');
	await vi.advanceTimersByTimeAsync(100);
	expect((await readDraft('youtube:1'))?.versions[0]?.text).toBe('Nine');
});

test('grammar is looked at beside the server, and stands with its findings', async () => {
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	drafting.edit('Nine is teh limit');
	await vi.advanceTimersByTimeAsync(100);
	expect(findingsIn(drafting.view.state)).toMatchObject([
		{check: 'language', start: 8, replacements: ['the']},
	]);
});

test('a word of a fact that the reply may tell is spelt as it is there', async () => {
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	drafting.edit('It is called teh here');
	await vi.advanceTimersByTimeAsync(200);
	expect(findingsIn(drafting.view.state)).toHaveLength(1);
	facts.addFact(drafting, 'Our tea is called Teh.', 'text');
	await settle();
	expect(findingsIn(drafting.view.state)).toEqual([]);
});

test('whoever works on the same comment is told of with the draft, and at every look after it', async () => {
	const ann = {name: 'Ann', doing: 'drafting', at: '2026-11-20T10:00:00Z'} as const;
	server.teammates = [ann];
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	expect(drafting.view.state.teammates).toEqual([ann]);
	server.teammates = [{...ann, doing: 'posted'}];
	drafting.lookAgain();
	await settle();
	expect(drafting.view.state.teammates).toEqual([{...ann, doing: 'posted'}]);
	drafting.open(pageComment('2'), undefined, undefined);
	expect(drafting.view.state.teammates).toEqual([]);
});

test('a delivered tone is shown without asking the server for a draft', async () => {
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	drafting.chooseTone('apologetic');
	expect(shownText(drafting.view.state)).toBe('Nine! Sorry.');
	drafting.chooseTone('warm');
	expect(asked('/v1/suggestions').map(({body}) => body.tone)).toEqual(['plain', 'warm']);
});

test('overruling the advice asks for that action, and the server keeps it', async () => {
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	await ledger.overrule(drafting, 'ask');
	expect(asked('/v1/suggestions').at(-1)?.body.action).toBe('ask');
	await ledger.overrule(drafting, 'ignore');
	expect(asked('/v1/suggestions/sug_1/triage').at(-1)?.body.action).toBe('ignore');
	expect(asked('/v1/suggestions/sug_1/feedback').at(-1)?.body.outcome).toBe('ignored');
	expect(drafting.view.state.isReplyUnadvised).toBe(true);
	expect(shownText(drafting.view.state)).toBe('Nine is past reason.');
});

test('a promise in a posted reply waits until the person has said what it is', async () => {
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	await ledger.tell(drafting, 'posted');
	expect(drafting.view.untouched).toBe(3);
	drafting.close();
	const [offer] = await readOffers();
	if (!offer) throw new Error('no offer');
	expect(offer).toMatchObject({author: '@imogenf', promise: {quote: 'refund you by Friday'}});
	await ledger.keepPromise(drafting, drafting.view.offers[0] ?? offer, ledger.localDay(promise.due));
	expect(asked('/v1/promises').at(-1)?.body).toMatchObject({due: promise.due, author: '@imogenf'});
	expect(drafting.view.offers).toEqual([]);
	expect(await readOffers()).toEqual([]);
});

test('a reply that is taken back promised nothing, and the server is told so', async () => {
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	await ledger.tell(drafting, 'posted');
	drafting.edit('Mine, after all'); // whatever stands there now
	await ledger.takeBack(drafting);
	expect(drafting.view.offers).toEqual([]);
	expect(asked('/v1/suggestions/sug_1/feedback').map(({body}) => body.outcome)).toEqual([
		'posted',
		'taken_back',
	]);
});

test('what was inserted can be taken back after a while at another comment', async () => {
	drafting.open(pageComment('1'), undefined, undefined);
	await settle();
	await ledger.tell(drafting, 'posted', 'enter');
	drafting.open(pageComment('2'), undefined, undefined);
	await settle();
	expect(drafting.view.state.told).toBeUndefined();
	drafting.open(pageComment('1'), undefined, await readDraft('youtube:1'));
	expect(drafting.view.state.told).toMatchObject({outcome: 'posted', sendKey: 'enter'});
	await ledger.takeBack(drafting);
	expect(asked('/v1/suggestions/sug_1/feedback').at(-1)?.body).toMatchObject({outcome: 'taken_back'});
});

test('what was posted while the server was away is told once it is back, with its promises', async () => {
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	server.isUp = false;
	await ledger.tell(drafting, 'copied');
	await ledger.tell(drafting, 'posted');
	expect(drafting.view.offers).toEqual([]);
	const when = new Date().toISOString();
	server.isUp = true;
	await vi.advanceTimersByTimeAsync(60_000);
	server.asked = [];
	await ledger.tellLate(drafting);
	const told = asked('/v1/suggestions/sug_1/feedback').map(({body}) => body);
	expect(told).toEqual([expect.objectContaining({outcome: 'posted', posted_at: when})]);
	expect(drafting.view.offers).toMatchObject([
		{author: '@imogenf', promise: {quote: 'refund you by Friday'}},
	]);
	await ledger.tellLate(drafting);
	expect(asked('/v1/suggestions/sug_1/feedback')).toHaveLength(1);
});

const lid = {id: 'snip_1', text: 'Lids come in June.', source: 'Diary'};

test('a draft nobody touched is written anew with the facts that were chosen', async () => {
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	facts.putIn(drafting, lid);
	await settle();
	facts.leaveOut(drafting, lid);
	facts.addFact(drafting, 'Back on Tuesday.', 'draft');
	await settle();
	const bodies = asked('/v1/suggestions').map(({body}) => body);
	expect(bodies[1]).toMatchObject({facts: [], snippets_in: ['snip_1'], snippets_out: []});
	expect(bodies.at(-1)).toMatchObject({
		facts: ['Back on Tuesday.'],
		snippets_in: [],
		snippets_out: ['snip_1'],
	});
	expect(asked('/v1/checks').at(-1)?.body).toMatchObject({facts: ['Back on Tuesday.'], snippets_in: []});
	await vi.advanceTimersByTimeAsync(200);
	expect((await readDraft('youtube:1'))?.facts?.own).toEqual(['Back on Tuesday.']);
});

test('the person’s own words stay when facts change, and are looked at with them', async () => {
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	drafting.edit('Lids come in June.');
	facts.putIn(drafting, lid);
	await settle();
	expect(asked('/v1/suggestions')).toHaveLength(1);
	expect(shownText(drafting.view.state)).toBe('Lids come in June.');
	expect(asked('/v1/checks').at(-1)?.body).toMatchObject({snippets_in: ['snip_1']});
});

test('a fact for this reply that is kept becomes a snippet, which the reply may rest on as before', async () => {
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	facts.addFact(drafting, 'Back on Tuesday.', 'text');
	expect(await facts.keepFact(drafting, 'Back on Tuesday.', 'the shop', 'text')).toBe(true);
	expect(asked('/v1/snippets').at(-1)?.body).toMatchObject({text: 'Back on Tuesday.', source: 'the shop'});
	expect(drafting.view.state.facts).toEqual({
		own: [],
		putIn: [{id: 'snip_9', text: 'Back on Tuesday.', source: 'the shop'}],
		leftOut: [],
	});
	server.isUp = false;
	expect(await facts.keepFact(drafting, 'Lids come in June.', '', 'text')).toBe(false);
});

test('a check is switched off for the brand voice, and on again', async () => {
	drafting.useSettings(await changeSettings({brandVoiceId: 'bv_1'}));
	await settle();
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	const looks = asked('/v1/checks').length;
	await switchCheck(drafting, 'blame', false);
	expect(drafting.view.checkOff).toBe('blame');
	await settle();
	expect(asked('/v1/checks')).toHaveLength(looks + 1);
	await switchCheck(drafting, 'blame', true);
	expect(drafting.view.checkOff).toBeUndefined();
	expect(asked('/v1/brand-voices/bv_1/checks').map(({body}) => body)).toEqual([
		{check: 'blame', is_on: false},
		{check: 'blame', is_on: true},
	]);
});

test('a server that comes back is noticed, and the draft that waited is asked for', async () => {
	server.isUp = false;
	await drafting.lookAtServer();
	expect(drafting.view.server.kind).toBe('down');
	drafting.open(pageComment(), undefined, undefined);
	server.isUp = true;
	await vi.advanceTimersByTimeAsync(3100);
	expect(drafting.view.server.kind).toBe('ready');
	expect(shownText(drafting.view.state)).toBe('Nine is past reason.');
});

test('a draft that the server was not there for is said to have failed until it is there again', async () => {
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	server.isUp = false;
	drafting.again();
	await settle();
	expect(drafting.view.state.trouble?.kind).toBe('down');
	expect(shownText(drafting.view.state)).toBe('Nine is past reason.');
	server.isUp = true;
	await vi.advanceTimersByTimeAsync(3100);
	expect(drafting.view.state.trouble).toBeUndefined();
});

test('opening the same comment again keeps what was just typed', async () => {
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	drafting.edit('Mine, typed a moment ago');
	drafting.open(pageComment(), {tabId: 1, frameId: 0}, undefined);
	expect(shownText(drafting.view.state)).toBe('Mine, typed a moment ago');
	expect(drafting.view.place).toEqual({tabId: 1, frameId: 0});
});

test('a page that goes away keeps the last words at once', async () => {
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	drafting.edit('Last words');
	drafting.keepNow();
	expect((await readDraft('youtube:1'))?.versions[0]?.text).toBe('Last words');
});
