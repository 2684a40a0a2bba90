/** The pages of the brand voices: one is added, written anew, deleted; its checks are switched. */
import {askTwice, isSent, keepSafe, problem, send, spoken} from './sending.js';

const lines = (text) =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);

const adding = document.getElementById('new');
adding?.addEventListener('submit', async (event) => {
	event.preventDefault();
	const answer = await send('/v1/brand-voices', 'POST', {name: adding.elements.name.value});
	if (answer) location.assign(`${adding.dataset.then}/${(await answer.json()).id}`);
});

const form = document.getElementById('voice');
if (form) keepSafe(form);

/** A line "loaf: bread product, baked item" as the API takes it. */
function preferred(line) {
	const [term, others = ''] = line.split(/:(.*)/);
	const instead_of = others
		.split(',')
		.map((other) => other.trim())
		.filter(Boolean);
	return {term: term.trim(), instead_of};
}

/** The voice as it is kept, with what stands in the form; what the form does not show stays as it is. */
async function asWritten() {
	const answer = await send(form.dataset.path, 'GET');
	if (!answer) return undefined;
	const {id, created_at, updated_at, ...kept} = await answer.json();
	const field = (name) => form.elements[name].value.trim();
	const severity = new Map(kept.guidelines.map((line) => [line.text, line.severity]));
	const disclosure = field('disclosure');
	return {
		...kept,
		name: field('name'),
		what: field('what'),
		voice: field('voice'),
		locale: field('locale'),
		guidelines: lines(field('guidelines')).map((text) => ({text, severity: severity.get(text) ?? 'warning'})),
		preferred_terms: lines(field('preferred_terms')).map(preferred),
		banned_terms: lines(field('banned_terms')),
		disclosure: disclosure ? {...kept.disclosure, text: disclosure} : null,
	};
}

form?.addEventListener('submit', async (event) => {
	event.preventDefault();
	const voice = await asWritten();
	if (voice?.preferred_terms.some(({instead_of}) => instead_of.length === 0)) {
		problem.textContent = 'Write each preferred term like “loaf: bread product, baked item”.';
		return;
	}
	if (!voice || !(await send(form.dataset.path, 'PUT', voice))) return;
	isSent(form);
	document.querySelector('h1').textContent = voice.name;
	const button = form.querySelector('button[type=submit]');
	button.textContent = 'Saved';
	spoken.textContent = 'Saved.';
});
form?.addEventListener('input', () => {
	form.querySelector('button[type=submit]').textContent = 'Save';
});

const switches = document.querySelector('.switches');
switches?.addEventListener('change', async ({target}) => {
	const {name, checked} = target;
	if (await send(switches.dataset.path, 'PATCH', {check: name, is_on: checked}))
		spoken.textContent = checked ? 'On.' : 'Off.';
	else target.checked = !checked;
});
askTwice(document.getElementById('delete'));
