/** The ledger's pages: a promise or a hand-off is settled with one click, which can be undone. */

import {askTwice, problem, send, spoken} from './sending.js';

async function settle(button) {
	const {path, status, was, said} = button.dataset;
	const entry = button.closest('li');
	button.disabled = true;
	const taken = await send(path, 'PATCH', {status});
	button.disabled = false;
	if (!taken) return;
	const kept = [...entry.childNodes];
	const undo = Object.assign(document.createElement('button'), {type: 'button', textContent: 'Undo'});
	const line = document.createElement('p');
	line.className = 'settled';
	line.append(`${said}: ${entry.dataset.entry}`, undo);
	entry.replaceChildren(line);
	spoken.textContent = `${said}: ${entry.dataset.entry}`;
	undo.focus();
	undo.addEventListener('click', async () => {
		if (!(await send(path, 'PATCH', {status: was}))) return;
		entry.replaceChildren(...kept);
		spoken.textContent = 'Undone.';
		button.focus();
	});
}

async function copy(button) {
	const note = button.closest('li').querySelector('.note-text');
	try {
		await navigator.clipboard.writeText(note.textContent);
		spoken.textContent = 'Copied.';
		button.textContent = 'Copied';
	} catch {
		getSelection().selectAllChildren(note);
		problem.textContent = 'The note is selected: copy it with Ctrl+C.';
	}
}

for (const button of document.querySelectorAll('button[data-status]'))
	button.addEventListener('click', () => settle(button));
for (const button of document.querySelectorAll('button[data-copy]'))
	button.addEventListener('click', () => copy(button));
askTwice(document.getElementById('forget'));
