import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {shownText} from '../../extension/src/draft-state';
import {readDraft} from '../../extension/src/drafts';
import {Drafting} from '../../extension/src/entrypoints/sidepanel/drafting';
import {readSettings} from '../../extension/src/settings';
import {pageComment, suggestion} from './samples';
import {fakeBrowser} from './stored';

/** A server in place of fetch: what it was asked, and whether it is there. */
function fakeServer() {
	const server = {isUp: true, modelHost: '', asked: [] as {path: string; body: Record<string, unknown>}[]};
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
		'/v1/suggestions': () => line('created', suggestion({text: ''})) + line('completed', whole),
		'/v1/checks': () => JSON.stringify({findings: [], evidence: []}),
	};
	vi.stubGlobal('fetch', async (url: string, {body}: RequestInit) => {
		const path = new URL(url).pathname;
		server.asked.push({path, body: JSON.parse(String(body ?? '{}'))});
		if (!server.isUp) throw new TypeError('Failed to fetch');
		return new Response(answers[path]?.() ?? '');
	});
	return server;
}

let server: ReturnType<typeof fakeServer>;
let drafting: Drafting;

beforeEach(async () => {
	vi.useFakeTimers();
	fakeBrowser.reset();
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
	await vi.advanceTimersByTimeAsync(240);
	expect(asked('/v1/checks')).toHaveLength(before);
	await vi.advanceTimersByTimeAsync(20);
	expect(asked('/v1/checks')).toHaveLength(before + 1);
	expect(asked('/v1/checks').at(-1)?.body.text).toBe('Nine');
	expect((await readDraft('youtube:1'))?.versions[0]?.text).toBe('Nine');
});

test('a delivered tone is shown without asking the server for a draft', async () => {
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	drafting.chooseTone('apologetic');
	expect(shownText(drafting.view.state)).toBe('Nine! Sorry.');
	drafting.chooseTone('warm');
	expect(asked('/v1/suggestions').map(({body}) => body.tone)).toEqual(['plain', 'warm']);
});

test('overruling the advice asks for that action', async () => {
	drafting.open(pageComment(), undefined, undefined);
	await settle();
	drafting.overrule('ask');
	await settle();
	expect(asked('/v1/suggestions').at(-1)?.body.action).toBe('ask');
	drafting.overrule('ignore');
	await settle();
	expect(asked('/v1/suggestions/sug_1/feedback').at(-1)?.body.outcome).toBe('ignored');
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
