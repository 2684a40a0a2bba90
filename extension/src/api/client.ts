/** Calls of the server's API. The panel and the settings page are the only callers. All waiting can be cancelled. */
import {readEvents} from './events';
import {isProblem, Trouble, troubleOf} from './problem';
import type {
	Alternative,
	BrandVoice,
	ChecksAnswer,
	ChecksRequest,
	Evidence,
	Feedback,
	FeedbackAnswer,
	Finding,
	FoundPromise,
	HandOffInput,
	Health,
	PromiseInput,
	Snippet,
	SnippetInput,
	Suggestion,
	SuggestionRequest,
	Tone,
	Triage,
} from './shapes';

/** Where the server is, and the token it gave this browser. */
export type Server = {serverUrl: string; token: string};

/** Something to wait for that can be cancelled. */
export type Cancellable = {signal?: AbortSignal};

/** One event of a suggestion's stream. */
export type SuggestionEvent =
	| {name: 'created'; suggestion: Suggestion}
	| {name: 'delta'; delta: string}
	| {name: 'text'; text: string}
	| {name: 'evidence'; evidence: Evidence}
	| {name: 'finding'; finding: Finding}
	| {name: 'alternative'; alternative: Alternative}
	| {name: 'completed'; suggestion: Suggestion};

/** How the server is; needs no token. */
export async function getHealth(server: Server, {signal}: Cancellable = {}): Promise<Health> {
	return readJson(await call(server, '/health', {signal}));
}

/** Let this browser in with the code the server shows; gives the token. */
export async function pair(
	server: Server,
	code: string,
	name: string,
	{signal}: Cancellable = {},
): Promise<string> {
	const device = await readJson<{token: string}>(
		await call({...server, token: ''}, '/v1/devices', {body: {code, name}, signal}),
	);
	return device.token;
}

/** The tone presets that are switched on, in their order. */
export async function listTones(server: Server, {signal}: Cancellable = {}): Promise<Tone[]> {
	const {data} = await readJson<{data: Tone[]}>(await call(server, '/v1/tones', {signal}));
	return data.filter((tone) => tone.enabled).sort((left, right) => left.position - right.position);
}

/** The brand voices. */
export async function listBrandVoices(server: Server, {signal}: Cancellable = {}): Promise<BrandVoice[]> {
	return (await readJson<{data: BrandVoice[]}>(await call(server, '/v1/brand-voices', {signal}))).data;
}

/** Switch one check of a brand voice on or off. */
export async function switchCheck(
	server: Server,
	brandVoiceId: string,
	check: string,
	isOn: boolean,
): Promise<BrandVoice> {
	const path = `/v1/brand-voices/${encodeURIComponent(brandVoiceId)}/checks`;
	return readJson(await call(server, path, {method: 'PATCH', body: {check, is_on: isOn}}));
}

/** Snippets with all of these words, that a brand voice ('': every one) may use today, newest first. */
export async function listSnippets(
	server: Server,
	{words, brandVoiceId, limit}: {words: string; brandVoiceId: string; limit: number},
	{signal}: Cancellable = {},
): Promise<Snippet[]> {
	const query = new URLSearchParams({query: words, usable: 'true', limit: String(limit)});
	if (brandVoiceId) query.set('brand_voice_id', brandVoiceId);
	return (await readJson<{data: Snippet[]}>(await call(server, `/v1/snippets?${query}`, {signal}))).data;
}

/** Look at a text: findings, and what each sentence rests on. */
export async function check(
	server: Server,
	request: ChecksRequest,
	{signal}: Cancellable = {},
): Promise<ChecksAnswer> {
	return readJson(await call(server, '/v1/checks', {body: request, signal}));
}

/** Tell what became of a suggestion. It must not be lost when the panel closes right after. */
export async function sendFeedback(
	server: Server,
	suggestionId: string,
	feedback: Feedback,
): Promise<FeedbackAnswer> {
	const path = `/v1/suggestions/${encodeURIComponent(suggestionId)}/feedback`;
	return readJson(await call(server, path, {body: feedback, keepalive: true}));
}

/** Choose what to do with a suggestion's comment, whatever was advised; it is kept for this comment. */
export async function overrule(
	server: Server,
	suggestionId: string,
	choice: Pick<Triage, 'action' | 'hand_over_to'>,
): Promise<Suggestion> {
	const path = `/v1/suggestions/${encodeURIComponent(suggestionId)}/triage`;
	return readJson(await call(server, path, {method: 'PATCH', body: choice}));
}

/** Pass a comment on to colleagues. */
export async function handOver(server: Server, handOff: HandOffInput): Promise<void> {
	await call(server, '/v1/hand-offs', {body: handOff});
}

/** The promises in a text that was posted just now; none of them is kept yet. */
export async function findPromises(
	server: Server,
	text: string,
	timeZone: string,
	brandVoiceId: string,
): Promise<FoundPromise[]> {
	const body = {text, time_zone: timeZone, brand_voice_id: brandVoiceId || null};
	const {promises} = await readJson<{promises: FoundPromise[]}>(
		await call(server, '/v1/promises/find', {body}),
	);
	return promises;
}

/** Keep a promise until it is done or broken. */
export async function keepPromise(server: Server, promise: PromiseInput): Promise<void> {
	await call(server, '/v1/promises', {body: promise});
}

/** A promise was kept. */
export async function finishPromise(server: Server, promiseId: string): Promise<void> {
	const path = `/v1/promises/${encodeURIComponent(promiseId)}`;
	await call(server, path, {method: 'PATCH', body: {status: 'done'}});
}

/** Add a fact that the brand stands by. */
export async function addSnippet(server: Server, snippet: SnippetInput): Promise<Snippet> {
	return readJson(await call(server, '/v1/snippets', {body: snippet}));
}

/** Ask for a suggestion and yield its events, from `created` anew where it broke off. Ends after `completed`; throws a Trouble for all else. */
export async function* createSuggestion(
	server: Server,
	request: SuggestionRequest,
	{signal, pauses = triesAfter}: Cancellable & {pauses?: readonly number[]} = {},
): AsyncGenerator<SuggestionEvent> {
	// The server makes one suggestion of all requests with one key, so what broke off can be asked for again.
	const key = crypto.randomUUID();
	let broken: Trouble | undefined;
	for (const pause of [...pauses, undefined]) {
		try {
			yield* suggestionEvents(server, request, {signal, key});
			return;
		} catch (error) {
			if (!(error instanceof Trouble)) throw error;
			if (error.kind === 'broken-off') broken ??= error;
			const mayPass = broken && ['broken-off', 'down', 'loading'].includes(error.kind);
			if (!mayPass) throw error;
			if (pause === undefined) throw broken; // that it broke off says more than that it is away
			await new Promise((resolve) => setTimeout(resolve, pause));
			signal?.throwIfAborted();
		}
	}
}

/** Milliseconds before what broke off is asked for again, each time. */
const triesAfter = [300, 1000, 3000] as const;

async function* suggestionEvents(
	server: Server,
	request: SuggestionRequest,
	{signal, key}: Cancellable & {key: string},
): AsyncGenerator<SuggestionEvent> {
	const response = await call(server, '/v1/suggestions', {
		body: request,
		accept: 'text/event-stream',
		key,
		signal,
	});
	if (!response.body) throw new Trouble('broken-off', brokenOff);
	try {
		for await (const {name, data} of readEvents(response.body)) {
			const event = parseEvent(name, data);
			if (!event) continue;
			yield event;
			if (event.name === 'completed') return;
		}
	} catch (error) {
		if (signal?.aborted || error instanceof Trouble) throw error;
		throw new Trouble('broken-off', brokenOff, {cause: error});
	}
	throw new Trouble('broken-off', brokenOff);
}

const brokenOff =
	'The server stopped in the middle of the draft. What was written is kept; press Again to go on.';

/** An event as the panel takes it; undefined for names that a newer server may send. */
function parseEvent(name: string, data: string): SuggestionEvent | undefined {
	const payload = JSON.parse(data);
	switch (name) {
		case 'suggestion.created':
			return {name: 'created', suggestion: payload};
		case 'suggestion.text.delta':
			return {name: 'delta', delta: payload.text};
		case 'suggestion.text.done':
			return {name: 'text', text: payload.text};
		case 'suggestion.evidence.added':
			return {name: 'evidence', evidence: payload};
		case 'suggestion.finding.added':
			return {name: 'finding', finding: payload};
		case 'suggestion.alternative.added':
			return {name: 'alternative', alternative: payload};
		case 'suggestion.completed':
			return {name: 'completed', suggestion: payload};
		case 'suggestion.failed':
			throw troubleOf(payload);
		default:
			return undefined;
	}
}

type Call = Cancellable & {
	key?: string;
	method?: 'PATCH';
	body?: unknown;
	accept?: string;
	keepalive?: boolean;
};

async function call(
	{serverUrl, token}: Server,
	path: string,
	{method, body, key, accept = 'application/json', signal, keepalive}: Call,
): Promise<Response> {
	const headers = new Headers({Accept: accept});
	if (key) headers.set('Idempotency-Key', key);
	if (token) headers.set('Authorization', `Bearer ${token}`);
	if (body !== undefined) headers.set('Content-Type', 'application/json');
	let response: Response;
	try {
		response = await fetch(serverUrl + path, {
			method: method ?? (body === undefined ? 'GET' : 'POST'),
			headers,
			body: body === undefined ? undefined : JSON.stringify(body),
			cache: 'no-store',
			credentials: 'omit',
			redirect: 'error',
			signal,
			keepalive,
		});
	} catch (error) {
		if (signal?.aborted) throw error;
		throw new Trouble(
			'down',
			'Candor’s server is not running. Start it with “make run” in Candor’s folder.',
			{cause: error},
		);
	}
	if (!response.ok) throw await readTrouble(response);
	return response;
}

async function readTrouble(response: Response): Promise<Trouble> {
	const seconds = Number(response.headers.get('Retry-After'));
	const retryAfter = seconds > 0 ? seconds : undefined;
	const answer: unknown = await response.json().catch((error: unknown) => error); // not ours: a proxy's page
	if (isProblem(answer)) return troubleOf(answer, retryAfter);
	return troubleOf(
		{
			status: response.status,
			title: '',
			detail: `The server answered ${response.status}. Is its address right?`,
		},
		retryAfter,
	);
}

async function readJson<Shape>(response: Response): Promise<Shape> {
	try {
		return await response.json();
	} catch (error) {
		throw new Trouble('refused', 'What answers there is not Candor’s server. Is its address right?', {
			cause: error,
		});
	}
}
