/** The ledger's pages: a promise or a hand-off is settled with one click, which can be undone. */

const spoken = document.getElementById('spoken');
const problem = document.getElementById('problem');
const GONE = 'The server went away. Start it again with “make run” and press the button once more.';
const SURE_MS = 5000;

/** Send a change; gives whether it was taken, and says so where it was not. */
async function send(path, method, body) {
	problem.textContent = '';
	try {
		const headers = body ? {'Content-Type': 'application/json'} : {};
		const answer = await fetch(path, {method, headers, body: body && JSON.stringify(body)});
		if (answer.ok) return true;
		problem.textContent = (await answer.json()).detail;
	} catch {
		problem.textContent = GONE;
	}
	return false;
}

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

/** Forgetting cannot be undone, so it takes a second click. */
function askOnce(button) {
	const before = button.textContent;
	button.textContent = 'Press again to forget';
	spoken.textContent = button.textContent;
	const timer = setTimeout(() => {
		button.textContent = before;
		button.addEventListener('click', () => askOnce(button), {once: true});
		button.removeEventListener('click', forget);
	}, SURE_MS);
	const forget = async () => {
		clearTimeout(timer);
		const {path, then} = button.dataset;
		if (await send(path, 'DELETE')) location.assign(then);
	};
	button.addEventListener('click', forget, {once: true});
}

for (const button of document.querySelectorAll('button[data-status]'))
	button.addEventListener('click', () => settle(button));
for (const button of document.querySelectorAll('button[data-copy]'))
	button.addEventListener('click', () => copy(button));
const forgetting = document.getElementById('forget');
forgetting?.addEventListener('click', () => askOnce(forgetting), {once: true});
