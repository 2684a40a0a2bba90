import {afterEach, expect, test, vi} from 'vitest';
import {createSuggestion, getHealth, pair, type SuggestionEvent} from '../../../extension/src/api/client';
import {Trouble} from '../../../extension/src/api/problem';
import {pageComment, suggestion} from '../samples';

const server = {serverUrl: 'http://127.0.0.1:8765', token: 'secret'};
const request = {
	thread: pageComment().thread,
	brand_voice_id: null,
	tone: 'plain',
	note: '',
	facts: [],
	snippets_in: [],
	snippets_out: [],
	draft: '',
	instruction: '',
	action: null,
	hand_over_to: '' as const,
	seed: null,
};

function answer(body: BodyInit, init: ResponseInit = {}) {
	const call = vi.fn<typeof fetch>(async () => new Response(body, init));
	vi.stubGlobal('fetch', call);
	return call;
}

const line = (name: string, payload: unknown) =>
	`event: suggestion.${name}\ndata: ${JSON.stringify(payload)}\n\n`;

async function all(signal?: AbortSignal): Promise<SuggestionEvent[]> {
	const events: SuggestionEvent[] = [];
	for await (const event of createSuggestion(server, request, {signal, pauses: [0, 0]})) events.push(event);
	return events;
}

afterEach(() => vi.unstubAllGlobals());

test('a suggestion’s events come in order and end with the whole of it', async () => {
	const call = answer(
		line('created', suggestion({text: ''})) +
			': ping\n\n' +
			line('text.delta', {text: 'Nine'}) +
			line('text.done', {text: 'Nine.', written: 'free'}) +
			line('something.new', {}) +
			line('completed', suggestion()),
	);
	expect((await all()).map(({name}) => name)).toEqual(['created', 'delta', 'text', 'completed']);
	const [url, options] = call.mock.calls[0] ?? [];
	expect(url).toBe('http://127.0.0.1:8765/v1/suggestions');
	expect(new Headers(options?.headers).get('Authorization')).toBe('Bearer secret');
	expect(new Headers(options?.headers).get('Accept')).toBe('text/event-stream');
	expect(JSON.parse(String(options?.body))).toEqual(request);
});

test('a stream that ends early says what to do', async () => {
	answer(line('created', suggestion({text: ''})) + line('text.delta', {text: 'Nine'}));
	const error = await all().catch((caught: unknown) => caught);
	expect(error).toBeInstanceOf(Trouble);
	expect(error).toMatchObject({kind: 'broken-off', message: expect.stringContaining('press Again')});
});

test('a stream that breaks off is asked for again under the same key', async () => {
	const broken = line('created', suggestion({text: ''})) + line('text.delta', {text: 'Nine'});
	const whole = line('created', suggestion({text: ''})) + line('completed', suggestion());
	const call = vi
		.fn<typeof fetch>()
		.mockResolvedValueOnce(new Response(broken))
		.mockRejectedValueOnce(new TypeError('Failed to fetch'))
		.mockResolvedValueOnce(new Response(whole));
	vi.stubGlobal('fetch', call);
	expect((await all()).map(({name}) => name)).toEqual(['created', 'delta', 'created', 'completed']);
	const keys = call.mock.calls.map(([, options]) => new Headers(options?.headers).get('Idempotency-Key'));
	expect(new Set(keys).size).toBe(1);
	expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
});

test('a server that is not there is said at once', async () => {
	const call = vi.fn<typeof fetch>().mockRejectedValue(new TypeError('Failed to fetch'));
	vi.stubGlobal('fetch', call);
	await expect(all()).rejects.toMatchObject({kind: 'down'});
	expect(call).toHaveBeenCalledTimes(1);
});

test('a problem inside of the stream is the trouble', async () => {
	answer(
		line('failed', {
			type: '/problems/x',
			title: 'Too long',
			status: 422,
			detail: 'Select fewer comments.',
			instance: '',
		}),
	);
	await expect(all()).rejects.toMatchObject({kind: 'refused', message: 'Select fewer comments.'});
});

test.each([
	[401, 'unpaired'],
	[503, 'loading'],
	[429, 'busy'],
	[422, 'refused'],
])('status %d is the trouble “%s”', async (status, kind) => {
	answer(JSON.stringify({type: '', title: 'T', status, detail: 'D', instance: ''}), {
		status,
		headers: {'Retry-After': '2'},
	});
	await expect(getHealth(server)).rejects.toMatchObject({
		kind,
		message: 'D',
		retryAfter: status === 503 || status === 429 ? 2 : undefined,
	});
});

test('no server is the trouble “down”; a foreign one is “refused”', async () => {
	vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
	await expect(getHealth(server)).rejects.toMatchObject({kind: 'down'});
	answer('<html>hello</html>', {status: 404});
	await expect(getHealth(server)).rejects.toMatchObject({kind: 'refused'});
	answer('<html>hello</html>');
	await expect(getHealth(server)).rejects.toMatchObject({kind: 'refused'});
});

test('an aborted call throws the abort, not a trouble', async () => {
	const stopped = new AbortController();
	stopped.abort();
	vi.stubGlobal('fetch', () => Promise.reject(stopped.signal.reason));
	await expect(all(stopped.signal)).rejects.not.toBeInstanceOf(Trouble);
});

test('pairing sends no old token', async () => {
	const call = answer(JSON.stringify({token: 'new'}));
	expect(await pair(server, '123456', 'Chrome on Linux')).toBe('new');
	expect(new Headers(call.mock.calls[0]?.[1]?.headers).has('Authorization')).toBe(false);
});
