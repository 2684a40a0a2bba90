/** What the desk's pages send, and what they say of it. */

export const spoken = document.getElementById('spoken');
export const problem = document.getElementById('problem');
const GONE = 'The server went away. Start it again with “make run” and press the button once more.';
const SURE_MS = 5000;

/** Send a change, or a file of a `type`; gives the answer that took it, and undefined, with words in `place`, where it was not taken. */
export async function send(path, method, body, type = 'application/json', place = problem) {
	place.textContent = '';
	try {
		const headers = body ? {'Content-Type': type} : {};
		const sent = type === 'application/json' && body ? JSON.stringify(body) : body;
		const answer = await fetch(path, {method, headers, body: sent});
		if (answer.ok) return answer;
		place.textContent = (await answer.json()).detail;
	} catch {
		place.textContent = GONE;
	}
	return undefined;
}

/** Save what the server gives at a path as a file. */
export async function saveAs(path, name, place = problem) {
	const answer = await send(path, 'GET', undefined, undefined, place);
	if (!answer) return;
	const href = URL.createObjectURL(await answer.blob());
	Object.assign(document.createElement('a'), {href, download: name}).click();
	URL.revokeObjectURL(href);
	spoken.textContent = `Saved as ${name}.`;
}

const unsent = new Set();

/** Ask before a page goes on which something stands in the form that was not sent. */
export function keepSafe(form) {
	form.addEventListener('input', () => unsent.add(form));
}

/** What stands in the form was sent. */
export function isSent(form) {
	unsent.delete(form);
}

addEventListener('beforeunload', (event) => {
	if (unsent.size > 0) event.preventDefault();
});

/** What cannot be undone wants a second press of its button. */
export function pressTwice(button, act) {
	const {sure} = button.dataset;
	const before = button.textContent;
	let timer;
	button.addEventListener('click', async () => {
		if (timer) {
			clearTimeout(timer);
			timer = undefined;
			button.textContent = before;
			await act();
			return;
		}
		button.textContent = sure;
		spoken.textContent = sure;
		timer = setTimeout(() => {
			timer = undefined;
			button.textContent = before;
		}, SURE_MS);
	});
}

/** A button takes away what it names, and leads to another page. */
export function askTwice(button) {
	if (!button) return;
	const {path, then} = button.dataset;
	pressTwice(button, async () => {
		if (!(await send(path, 'DELETE'))) return;
		unsent.clear();
		location.assign(then);
	});
}
