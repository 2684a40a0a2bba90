/** Try it: a comment in, a draft out, over the same API as the extension's. */
import {readEvents} from './events.js';
import {drawDoor, drawEvidence, drawFindings, drawOwning} from './looked.js';
import {Advice} from './try-advice.js';
import {FactChoice} from './try-facts.js';

const at = (id) => document.getElementById(id);
const form = at('ask');
const draft = at('draft');
const tones = [...document.querySelectorAll('[data-tone]')];
const KEPT = 'candor.try';
const LOOK_AFTER_MS = 250;

let drafts = []; // {text, tone}: the suggestion, then its alternatives
let shown = 0;
let suggestionId = '';
let writing = new AbortController();
let looking = new AbortController();
let timer = 0;
let isOwnText = false; // a draft that the person changed is not written anew by itself

const choice = new FactChoice(at('facts-offered'), {
	voice: () => at('voice')?.value ?? '',
	onChange: () => {
		choice.say(isOwnText);
		if (isOwnText) look();
		else suggest();
	},
});
const advice = new Advice({
	comment: () => at('comment').value,
	onChoose: (action) => suggest({action}),
});
const tone = () => tones.find((button) => button.ariaPressed === 'true')?.dataset.tone ?? 'plain';
const facts = () =>
	at('facts')
		.value.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);

function request() {
	return {
		thread: {
			platform: at('platform').value,
			comments: [{author: at('author').value, text: at('comment').value}],
		},
		brand_voice_id: at('voice')?.value || null,
		tone: tone(),
		note: at('note').value,
		facts: facts(),
		...choice.asked(),
	};
}

async function post(path, body, signal, accept = 'application/json') {
	const answer = await fetch(path, {
		method: 'POST',
		headers: {'Content-Type': 'application/json', Accept: accept},
		body: JSON.stringify(body),
		signal,
	});
	if (!answer.ok) throw new Error((await answer.json()).detail);
	return answer;
}

async function suggest(more = {}) {
	writing.abort();
	looking.abort();
	writing = new AbortController();
	const {signal} = writing;
	drafts = [{text: '', tone: tone()}];
	shown = 0;
	isOwnText = false;
	choice.say(isOwnText);
	draft.value = '';
	setBusy(true);
	at('findings').replaceChildren();
	for (const id of ['rest', 'door', 'lights']) at(id).hidden = true;
	at('problem').textContent = '';
	at('spoken').textContent = ''; // else the same words are not said again
	for (const button of tones) button.disabled = false;
	try {
		const answer = await post('/v1/suggestions', {...request(), ...more}, signal, 'text/event-stream');
		for await (const [name, payload] of readEvents(answer.body)) take(name, payload);
	} catch (error) {
		if (error.name === 'AbortError') return;
		at('problem').textContent =
			error instanceof TypeError
				? 'The server went away. Start it again with “make run”; what stands here is kept.'
				: error.message;
	} finally {
		if (!signal.aborted) setBusy(false);
	}
}

function setBusy(isBusy) {
	at('again').disabled = isBusy;
	draft.ariaBusy = String(isBusy);
	draft.placeholder = isBusy ? 'Writing…' : 'The draft appears here.';
}

function take(name, payload) {
	if (name === 'suggestion.created') {
		suggestionId = payload.id;
		choice.show(payload.snippets);
		advice.show(payload);
		for (const button of tones) {
			const unfit = payload.triage.unfit_tones.find(({tone: name}) => name === button.dataset.tone);
			button.disabled = unfit !== undefined;
			button.title = unfit?.why ?? '';
		}
	} else if (name === 'suggestion.text.delta') {
		if (!isOwnText) draft.value += payload.text;
	} else if (name === 'suggestion.completed') {
		drafts = [{text: payload.text, tone: payload.tone}, ...payload.alternatives];
		// What was typed while it was written stands before it.
		if (isOwnText) drafts.unshift({text: draft.value, tone: payload.tone});
		if (payload.finish_reason === 'no_reply_advised') showNoReply();
		show(0);
		if (isOwnText) look();
		else showLooked(payload);
		at('spoken').textContent = payload.text ? 'The draft is complete.' : '';
	} else if (name === 'suggestion.failed') {
		throw new Error(payload.detail);
	}
}

function showNoReply() {
	const anyway = Object.assign(document.createElement('button'), {
		type: 'button',
		textContent: 'Draft one all the same',
	});
	anyway.addEventListener('click', () => suggest({action: 'reply'}));
	at('findings').replaceChildren(anyway);
}

function show(index) {
	shown = index;
	draft.value = drafts[index]?.text ?? '';
	for (const button of tones) button.ariaPressed = String(button.dataset.tone === drafts[index]?.tone);
	const {before, after, place, all} = around();
	at('which').textContent = all > 1 ? `${place} of ${all}` : '';
	at('previous').disabled = before === undefined;
	at('next').disabled = after === undefined;
	count();
}

/** The drafts of the tone that is shown, beside the one that is shown; the toggles go to the others. */
function around() {
	const alike = [...drafts.keys()].filter((index) => drafts[index].tone === drafts[shown]?.tone);
	const place = alike.indexOf(shown);
	return {before: alike[place - 1], after: alike[place + 1], place: place + 1, all: alike.length};
}

function count() {
	const words = draft.value.match(/\S+/g)?.length ?? 0;
	at('count').textContent = words ? `${words} ${words === 1 ? 'word' : 'words'}` : '';
	at('copy').disabled = words === 0;
}

async function look() {
	looking.abort();
	looking = new AbortController();
	if (!at('comment').value.trim()) return; // there is nothing yet that a text could rest on
	const body = {...request(), text: draft.value};
	try {
		showLooked(await (await post('/v1/checks', body, looking.signal)).json());
	} catch (error) {
		if (error.name !== 'AbortError') at('problem').textContent = 'The text could not be checked just now.';
	}
}

function showLooked({evidence, findings, owning, door}) {
	const select = (start, end) => {
		draft.focus();
		draft.setSelectionRange(start, end);
	};
	const replace = (start, end, text) => {
		select(start, end);
		// The browser's own way of typing keeps Ctrl+Z working.
		document.execCommand(text ? 'insertText' : 'delete', false, text);
	};
	drawEvidence(evidence, {rest: at('rest'), strip: at('strip'), rests: at('rests')}, select);
	drawDoor(draft.value ? door : null, at('door'));
	drawOwning(draft.value ? owning : [], at('lights'), replace);
	if (draft.value) drawFindings(findings, at('findings'), {select, replace});
}

function pick(button) {
	for (const other of tones) other.ariaPressed = String(other === button);
	const written = drafts.findIndex((one) => one.tone === button.dataset.tone && one.text);
	if (written === -1) {
		if (at('comment').value.trim()) suggest();
		return;
	}
	show(written);
	look();
}

function keep() {
	const fields = ['comment', 'author', 'platform', 'facts', 'note', 'voice', 'draft'].map(at).filter(Boolean);
	localStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(fields.map(({id, value}) => [id, value]))));
}

async function showServer() {
	try {
		const answer = await fetch('/health');
		const health = await answer.json();
		at('server-dot').className = answer.ok ? 'dot ready' : 'dot loading';
		at('server').textContent = answer.ok ? `Ready: ${health.model}, on this computer` : health.detail;
		if (!answer.ok) setTimeout(showServer, 1000);
	} catch {
		at('server-dot').className = 'dot down';
		at('server').textContent = 'The server is not running. Start it with “make run”.';
		setTimeout(showServer, 3000);
	}
}

form.addEventListener('submit', (event) => {
	event.preventDefault();
	suggest();
});
for (const button of tones) button.addEventListener('click', () => pick(button));
at('again').addEventListener('click', () => suggest());
at('previous').addEventListener('click', () => {
	show(around().before);
	look();
});
at('next').addEventListener('click', () => {
	show(around().after);
	look();
});
at('copy').addEventListener('click', async () => {
	await navigator.clipboard.writeText(draft.value);
	at('spoken').textContent = 'Copied.';
	at('copy').textContent = 'Copied';
	setTimeout(() => (at('copy').textContent = 'Copy'), 1500);
	if (suggestionId)
		await post(`/v1/suggestions/${suggestionId}/feedback`, {outcome: 'copied', text: draft.value});
});
at('comment').addEventListener('input', () => choice.forget());
draft.addEventListener('input', () => {
	isOwnText = true;
	if (drafts[shown]) drafts[shown].text = draft.value;
	count();
	clearTimeout(timer);
	timer = setTimeout(look, LOOK_AFTER_MS);
});
document.addEventListener('input', keep);
addEventListener('pagehide', keep);
at('make-code').addEventListener('click', async () => {
	try {
		const answer = await post('/v1/pairing-codes', {});
		at('code').textContent = `${(await answer.json()).code}, for two minutes`;
	} catch (error) {
		at('code').textContent = error.message;
	}
});

for (const [id, value] of Object.entries(JSON.parse(localStorage.getItem(KEPT) ?? '{}'))) {
	const field = at(id);
	const isGone = field?.options && ![...field.options].some((option) => option.value === value);
	if (field && !isGone) field.value = value; // a brand voice may have been deleted since
}
count();
showServer();
