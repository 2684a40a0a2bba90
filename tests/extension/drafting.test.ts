import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {Teammate} from '../../extension/src/api/shapes';
import {findingsIn, shownText, unlooked} from '../../extension/src/draft-state';
import {readDraft} from '../../extension/src/drafts';
import {Drafting} from '../../extension/src/entrypoints/sidepanel/drafting';
import * as ledger from '../../extension/src/entrypoints/sidepanel/ledger';
import type {Question} from '../../extension/src/language/worker';
import {readOffers} from '../../extension/src/offers';
import {readSettings} from '../../extension/src/settings';
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
			kind: 'Typo',
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

test('whoever works on the same comment is told of with the draft, and at every look after it', async () => {
	const ann = {name: 'Ann', has_posted: false, at: '2026-11-20T10:00:00Z'};
	server.teammates = [ann];
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	expect(drafting.view.state.teammates).toEqual([ann]);
	server.teammates = [{...ann, has_posted: true}];
	drafting.lookAgain();
	await settle();
	expect(drafting.view.state.teammates).toEqual([{...ann, has_posted: true}]);
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

test('a reply that is taken back promised nothing', async () => {
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	await ledger.tell(drafting, 'posted');
	await ledger.takeBack(drafting);
	expect(drafting.view.offers).toEqual([]);
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
