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
const named = (check) => check.charAt(0).toUpperCase() + check.slice(1).replaceAll('_', ' ');

/** Draw one mark for each sentence; the line under the strip says what the chosen one rests on. */
export function drawEvidence(evidence, {rest, strip, rests}, select) {
	const sentences = [...new Map(evidence.map((piece) => [piece.start, piece]).reverse()).values()];
	sentences.sort((left, right) => left.start - right.start);
	rest.hidden = sentences.length === 0;
	const say = (index) => {
		const {kind, quote} = sentences[index];
		rests.replaceChildren(`Sentence ${index + 1} rests on `);
		if (quote) rests.append(make('q', {dir: 'auto', textContent: quote}), ' · ');
		rests.append(make('span', {className: kind === 'nothing' ? 'amber' : '', textContent: restsOn[kind]}));
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
