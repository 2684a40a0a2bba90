/** What was found in a draft: the evidence strip and the findings, drawn as text and never as HTML. */

const restsOn = {
	comment: 'the comment',
	thread: 'the thread',
	snippet: 'a fact',
	note: 'your note',
	opinion: 'an opinion or courtesy',
	nothing: 'nothing we know',
};
const marks = {comment: '', thread: '', snippet: 'fact', note: 'note', opinion: 'soft', nothing: 'none'};

const make = (tag, values = {}, ...children) => {
	const element = Object.assign(document.createElement(tag), values);
	element.append(...children);
	return element;
};
const named = (check) => {
	const words = check.replace('non_', 'non-').replaceAll('_', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Draw one mark for each sentence; the line under the strip says what the chosen one rests on. */
export function drawEvidence(evidence, {rest, strip, rests}, select) {
	const sentences = [...new Map(evidence.map((piece) => [piece.start, piece]).reverse()).values()];
	sentences.sort((left, right) => left.start - right.start);
	rest.hidden = sentences.length === 0;
	const say = (index) => {
		const {kind, quote, source} = sentences[index];
		rests.replaceChildren(`Sentence ${index + 1} rests on `);
		if (quote) rests.append(make('q', {dir: 'auto', textContent: quote}), ' · ');
		rests.append(make('span', {className: kind === 'nothing' ? 'amber' : '', textContent: restsOn[kind]}));
		if (source) rests.append(` (${source})`);
		for (const [at, mark] of [...strip.querySelectorAll('button')].entries()) {
			mark.setAttribute('aria-pressed', String(at === index));
		}
	};
	strip.replaceChildren(
		...sentences.map((sentence, index) => {
			const mark = make('button', {type: 'button', className: `mark ${marks[sentence.kind]}`});
			mark.setAttribute('aria-label', `Sentence ${index + 1}: ${restsOn[sentence.kind]}`);
			mark.addEventListener('click', () => {
				say(index);
				select(sentence.start, sentence.end);
			});
			const item = make('li', {}, mark);
			item.style.flexGrow = sentence.end - sentence.start;
			return item;
		}),
	);
	const worst = sentences.findIndex((sentence) => sentence.kind === 'nothing');
	if (sentences.length > 0) say(Math.max(worst, 0));
}

/** Say whether the comment opens the door to an offer, and why. */
export function drawDoor(door, place) {
	place.hidden = !door;
	place.textContent = door ? `${door.is_open ? 'An offer may be made.' : 'No offer here.'} ${door.why}` : '';
}

const lightWords = {
	names_the_fault: 'Names the fault',
	no_conditional_sorry: 'No “sorry if”',
	says_what_next: 'Says what happens next',
	says_who_or_where: 'Says who or where',
};

/** Draw the four lights on a reply to a complaint; each that is out offers a sentence. */
export function drawOwning(lights, place, replace) {
	place.hidden = lights.length === 0;
	place.replaceChildren(
		...lights.map(({name, is_lit, start, end, offer}) => {
			const item = make('li', {className: is_lit ? 'lit' : ''});
			const lamp = make('span', {className: 'lamp'});
			lamp.setAttribute('aria-hidden', 'true');
			const state = make('span', {className: 'unseen', textContent: is_lit ? ': yes' : ': not yet'});
			item.append(lamp, make('span', {textContent: lightWords[name]}, state));
			if (!is_lit) {
				const words = `${start < end ? 'Say' : 'Add'} “${offer.trim()}”`;
				const take = make('button', {type: 'button', className: 'small', textContent: words});
				take.addEventListener('click', () => replace(start, end, offer));
				item.append(take);
			}
			return item;
		}),
	);
}

/** Draw the findings, errors first, each with its remedies. */
export function drawFindings(findings, place, {select, replace}) {
	const rank = {error: 0, warning: 1, info: 2};
	const sorted = [...findings].sort((left, right) => rank[left.severity] - rank[right.severity]);
	place.replaceChildren(
		...sorted.map((finding) => {
			const {start, end} = finding;
			const buttons = make('div', {className: 'row'});
			const show = make('button', {type: 'button', textContent: 'Show'});
			show.addEventListener('click', () => select(start, end));
			buttons.append(show);
			for (const replacement of finding.replacements.slice(0, 3)) {
				const apply = make('button', {type: 'button', textContent: replacement.trim() || 'Remove'});
				apply.addEventListener('click', () => replace(start, end, replacement));
				buttons.append(apply);
			}
			return make(
				'section',
				{className: `finding ${finding.severity}`},
				make('b', {textContent: named(finding.check)}),
				buttons,
				make('p', {textContent: finding.message}),
			);
		}),
	);
}
