/** The facts of a draft on the desk: which snippets it may rest on, left out and put in by hand. */

const TYPING_PAUSE_MS = 150;
const SHOWN = 8; // of those that a search finds

const make = (tag, values = {}, ...children) => {
	const element = Object.assign(document.createElement(tag), values);
	element.append(...children);
	return element;
};

/** What a person chose for one comment, beside the snippets that fit it by themselves. */
export class FactChoice {
	#place;
	#at;
	#voice;
	#onChange;
	#fitting = [];
	#putIn = [];
	#leftOut = [];
	#order = []; // as they came, so that none moves away under a finger
	#finding = new AbortController();
	#timer = 0;

	constructor(place, {voice, onChange}) {
		this.#place = place;
		this.#at = (name) => document.getElementById(`facts-${name}`);
		this.#voice = voice;
		this.#onChange = onChange;
		this.#at('query').addEventListener('input', () => {
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => this.#find(), TYPING_PAUSE_MS);
		});
	}

	/** The choice as the server is told of it. */
	asked() {
		const ids = (snippets) => snippets.map(({id}) => id);
		return {snippets_in: ids(this.#putIn), snippets_out: ids(this.#leftOut)};
	}

	/** These snippets came with the newest draft. */
	show(fitting) {
		this.#fitting = fitting;
		this.#place.hidden = false;
		this.#draw();
	}

	/** Another comment is another choice. */
	forget() {
		this.#fitting = [];
		this.#putIn = [];
		this.#leftOut = [];
		this.#order = [];
		this.#place.hidden = true;
	}

	/** Say why the draft stays as it is. */
	say(isOwnText) {
		this.#at('kept').textContent = isOwnText
			? 'You changed the draft, so it stays as it is. Again writes one with these facts.'
			: '';
	}

	#choose(snippet, isIn) {
		const others = (snippets) => snippets.filter(({id}) => id !== snippet.id);
		this.#putIn = isIn ? [...others(this.#putIn), snippet] : others(this.#putIn);
		this.#leftOut = isIn ? others(this.#leftOut) : [...others(this.#leftOut), snippet];
		this.#draw();
		this.#at('list')
			.querySelector(`[data-id="${CSS.escape(snippet.id)}"] button`)
			?.focus();
		this.#onChange();
	}

	#offered() {
		const settled = new Set([...this.#putIn, ...this.#leftOut].map(({id}) => id));
		return [...this.#putIn, ...this.#fitting.filter(({id}) => !settled.has(id))];
	}

	#draw() {
		const offered = this.#offered();
		const lines = [
			...offered.map((snippet) => ({snippet, isOut: false})),
			...this.#leftOut.map((snippet) => ({snippet, isOut: true})),
		];
		for (const {snippet} of lines) if (!this.#order.includes(snippet.id)) this.#order.push(snippet.id);
		lines.sort((one, other) => this.#order.indexOf(one.snippet.id) - this.#order.indexOf(other.snippet.id));
		const count = `${offered.length} ${offered.length === 1 ? 'snippet' : 'snippets'}`;
		const out = this.#leftOut.length > 0 ? `, ${this.#leftOut.length} left out` : '';
		this.#at('counted').textContent = offered.length + this.#leftOut.length ? count + out : 'none';
		const list = this.#at('list');
		const focused = list.contains(document.activeElement) && document.activeElement.closest('li').dataset.id;
		list.replaceChildren(
			...lines.map(({snippet, isOut}) =>
				drawn(snippet, isOut, isOut ? 'Put back' : 'Leave out', () => this.#choose(snippet, isOut)),
			),
		);
		if (focused)
			[...list.children]
				.find(({dataset}) => dataset.id === focused)
				?.querySelector('button')
				.focus();
	}

	async #find() {
		this.#finding.abort();
		this.#finding = new AbortController();
		const {signal} = this.#finding;
		const query = this.#at('query').value.trim();
		const [list, said] = [this.#at('others'), this.#at('found')];
		if (!query) {
			list.replaceChildren();
			said.textContent = '';
			return;
		}
		const asked = new URLSearchParams({query, usable: 'true', limit: String(SHOWN)});
		if (this.#voice()) asked.set('brand_voice_id', this.#voice());
		try {
			const answer = await fetch(`/v1/snippets?${asked}`, {signal});
			const {data, detail} = await answer.json();
			if (!answer.ok) throw new Error(detail);
			const known = new Set(this.#offered().map(({id}) => id));
			const others = data.filter(({id}) => !known.has(id));
			said.textContent = others.length
				? `${others.length} found.`
				: data.length
					? 'What was found is there already.'
					: 'No snippet has these words.';
			list.replaceChildren(
				...others.map((snippet) =>
					drawn(snippet, false, 'Put in', () => {
						this.#choose(snippet, true);
						this.#at('query').focus();
						void this.#find();
					}),
				),
			);
		} catch (error) {
			if (error.name === 'AbortError') return; // other words are sought by now
			said.textContent = 'The snippets could not be searched just now.';
		}
	}
}

function drawn({id, text, source}, isOut, act, onAct) {
	const button = make('button', {type: 'button', className: 'small', textContent: act});
	button.addEventListener('click', onAct);
	const entry = make(
		'li',
		{className: isOut ? 'out' : ''},
		make('span', {dir: 'auto', textContent: text}),
		make('span', {className: 'soft', dir: 'auto', textContent: isOut ? 'Left out here' : source}),
		make('span', {className: 'row'}, button),
	);
	entry.dataset.id = id;
	return entry;
}
