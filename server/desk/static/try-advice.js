/** What to do with the comment on the desk: the advice, what a person chooses instead, the note for colleagues. */
import {send} from './sending.js';

const KEPT = 'candor.try.hand-off';

const at = (id) => document.getElementById(id);
const [team, note, put, said] = ['team', 'note', 'put', 'said'].map((name) => at(`hand-off-${name}`));

/** The advice for one comment, with the note that goes with it. */
export class Advice {
	#id = ''; // of the suggestion
	#comment;
	#own = {comment: '', note: undefined}; // the note as the person has it, and for which comment

	constructor({comment, onChoose}) {
		this.#comment = comment;
		at('change').addEventListener('click', () => open(at('actions').hidden));
		for (const button of at('actions').children)
			button.addEventListener('click', () => {
				open(false);
				at('change').focus();
				if (button.ariaPressed !== 'true') onChoose(button.dataset.action);
			});
		team.addEventListener('change', () => this.#passTo(team.value));
		note.addEventListener('input', () => {
			this.#own = {comment: comment(), note: note.value};
			this.#say('');
			this.#keep();
		});
		put.addEventListener('click', () => this.#put());
		at('hand-off-copy').addEventListener('click', () => this.#copy());
		this.#recall();
	}

	/** Show what a suggestion advises. */
	show({id, triage, hand_off: offer}) {
		this.#id = id;
		const line = at('triage');
		line.hidden = false;
		line.classList.toggle('grave', triage.risk === 'high');
		for (const button of at('actions').children)
			button.ariaPressed = String(button.dataset.action === triage.action);
		const action = at('actions').querySelector('[aria-pressed=true]').textContent;
		const colleagues =
			triage.hand_over_to && team.querySelector(`[value=${triage.hand_over_to}]`).textContent;
		line.querySelector('.act').textContent = colleagues ? `${action} to ${colleagues}` : action;
		line.querySelector('.why').textContent = triage.why;
		at('hand-off').hidden = !offer;
		if (offer) {
			const isOwn = this.#own.note !== undefined && this.#own.comment === this.#comment();
			team.value = offer.to;
			note.value = isOwn ? this.#own.note : offer.note;
			this.#say('');
		}
		this.#keep();
	}

	async #passTo(to) {
		const path = `/v1/suggestions/${this.#id}/triage`;
		const answer = await send(path, 'PATCH', {action: 'hand_over', hand_over_to: to}, undefined, said);
		if (answer) this.show(await answer.json());
	}

	async #put() {
		put.disabled = true;
		const handOff = {to: team.value, note: note.value, suggestion_id: this.#id};
		const isThere = await send('/v1/hand-offs', 'POST', handOff, undefined, said);
		put.disabled = false;
		if (!isThere) return;
		this.#say('The note is on the desk. Candor tells nobody: copy it to where your colleague reads.');
		at('hand-off-there').hidden = false;
	}

	async #copy() {
		try {
			await navigator.clipboard.writeText(note.value);
			this.#say('Copied.');
		} catch {
			note.select();
			this.#say('The note is selected: copy it with Ctrl+C.');
		}
	}

	#say(words) {
		said.textContent = words;
		at('hand-off-there').hidden = true;
	}

	/** What stands in the note is there again when the page is. */
	#keep() {
		const {comment, note: own} = this.#own;
		const kept = at('hand-off').hidden ? {} : {id: this.#id, to: team.value, note: note.value};
		localStorage.setItem(KEPT, JSON.stringify({...kept, comment, own}));
	}

	#recall() {
		const {id, to, note: shown, comment, own} = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
		this.#own = {comment: comment ?? '', note: own};
		if (!id) return;
		this.#id = id;
		at('hand-off').hidden = false;
		team.value = to;
		note.value = shown;
	}
}

function open(isOpen) {
	at('actions').hidden = !isOpen;
	at('change').setAttribute('aria-expanded', String(isOpen));
}
