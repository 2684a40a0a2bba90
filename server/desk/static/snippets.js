/** The page of the snippets: one is added, written anew, or deleted, which can be undone. */
import {isSent, keepSafe, send, spoken} from './sending.js';

/** What stands in a form, as the API takes it: an empty field is none, but for the source. */
function written(form) {
	const given = Object.fromEntries(new FormData(form));
	for (const name of ['url', 'valid_from', 'valid_until', 'brand_voice_id']) given[name] ||= null;
	return given;
}

for (const form of document.querySelectorAll('form[data-path]')) {
	keepSafe(form);
	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		if (!(await send(form.dataset.path, form.dataset.method, written(form)))) return;
		isSent(form);
		if (form.dataset.then) location.assign(form.dataset.then);
		else location.reload();
	});
	form.querySelector('[data-delete]')?.addEventListener('click', () => remove(form));
}

async function remove(form) {
	const entry = form.closest('li');
	const answer = await send(form.dataset.path, 'GET');
	if (!answer) return;
	const {id, created_at, updated_at, ...kept} = await answer.json();
	if (!(await send(form.dataset.path, 'DELETE'))) return;
	const line = document.createElement('p');
	const undo = Object.assign(document.createElement('button'), {type: 'button', textContent: 'Undo'});
	line.className = 'settled';
	line.append(`Deleted: ${entry.dataset.entry}`, undo);
	isSent(form);
	entry.replaceChildren(line);
	spoken.textContent = 'Deleted.';
	undo.focus();
	undo.addEventListener('click', async () => {
		if (await send('/v1/snippets', 'POST', kept)) location.reload();
	});
}
