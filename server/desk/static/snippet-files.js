/** Snippets from a file: what would change is shown first, and done with a second press; and all of them as a file. */
import {saveAs, send, spoken} from './sending.js';

const LARGEST = 1_000_000; // bytes
const SHOWN = 100; // lines
const FIRST = {refused: 0, changed: 1, new: 2};
const at = (id) => document.getElementById(id);
const failed = at('file-problem');
let chosen; // {text, type, seen}

const make = (tag, values = {}, ...children) => {
	const element = Object.assign(document.createElement(tag), values);
	element.append(...children);
	return element;
};

/** A file's text; a spreadsheet may have written it in the old way of Windows. */
async function textOf(file) {
	const bytes = await file.arrayBuffer();
	try {
		return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

async function look(file) {
	leave();
	if (!file) return;
	if (file.size > LARGEST) {
		failed.textContent = `The file has ${(file.size / 1e6).toFixed(1)} MB; 1 MB can be taken in at once, so split it.`;
		return;
	}
	const text = await textOf(file);
	const type = text.trimStart().startsWith('{') ? 'application/x-ndjson' : 'text/csv';
	const answer = await send('/v1/snippets/import', 'POST', text, type, failed);
	if (!answer) return;
	const told = await answer.json();
	chosen = {text, type, seen: told.seen};
	show(told);
}

function show(told) {
	at('taking').hidden = false;
	at('counts').textContent = told.is_done ? done(told) : counted(told);
	const sorted = told.lines.toSorted((one, other) => FIRST[one.kind] - FIRST[other.kind]);
	at('lines').replaceChildren(...sorted.slice(0, SHOWN).map(drawn));
	at('more').textContent = sorted.length > SHOWN ? `And ${sorted.length - SHOWN} more.` : '';
	at('take').hidden = told.is_done || told.new + told.changed === 0;
	at('leave').hidden = told.is_done;
	at('all').hidden = !told.is_done;
	if (told.is_done) at('none')?.remove();
	spoken.textContent = at('counts').textContent;
}

const done = (told) =>
	`Taken in: ${counted(told)}${told.refused ? ' Mend what was refused in the file, and choose it again.' : ''}`;
const counted = (told) =>
	['new', 'changed', 'same', 'refused']
		.filter((kind) => told[kind] > 0)
		.map((kind) => `${told[kind]} ${kind === 'same' ? 'the same' : kind}`)
		.join(', ')
		.concat('.')
		.replace(/^\.$/, 'The file has no snippets.');

function drawn(line) {
	const kinds = {new: 'New', changed: 'Changed', refused: 'Refused'};
	const top = make('div', {className: 'top'}, make('b', {textContent: kinds[line.kind]}));
	top.append(make('span', {className: 'when', textContent: `line ${line.line}`}));
	const entry = make('li', {className: 'card'}, top);
	if (line.text) entry.append(make('p', {dir: 'auto', textContent: line.text}));
	if (line.reason) entry.append(make('p', {className: 'bad', textContent: line.reason}));
	for (const {field, was, will} of line.changes) {
		const change = make('p', {className: 'soft', dir: 'auto'}, `${field}: `);
		if (was) change.append(make('del', {textContent: was}), ' ');
		change.append(make('ins', {textContent: will || 'nothing'}));
		entry.append(change);
	}
	return entry;
}

async function take() {
	at('take').disabled = true;
	const path = `/v1/snippets/import?seen=${chosen.seen}`;
	const answer = await send(path, 'POST', chosen.text, chosen.type, failed);
	at('take').disabled = false;
	if (!answer) return;
	show(await answer.json());
	at('all').focus();
}

function leave() {
	chosen = undefined;
	failed.textContent = '';
	at('taking').hidden = true;
}

at('file').addEventListener('change', ({target}) => look(target.files[0]));
at('take').addEventListener('click', take);
at('leave').addEventListener('click', () => {
	leave();
	at('file').value = '';
	at('file').focus();
});
for (const button of document.querySelectorAll('[data-export]')) {
	const path = `/v1/snippets/export?format=${button.dataset.export}`;
	button.addEventListener('click', () => saveAs(path, button.dataset.file, failed));
}
