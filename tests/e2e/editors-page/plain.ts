/** Plain fields and plain contenteditable elements. */
import type {Make, Start} from './editors.ts';

const textOf = ({mention, lines}: Start) => mention + lines.join('\n');

const field =
	(kind: 'input' | 'textarea', rootOf = (place: HTMLElement): ParentNode => place): Make =>
	async (place, start) => {
		const element = document.createElement(kind);
		element.value = kind === 'input' ? textOf(start).replace(/\n+/g, ' ') : textOf(start);
		rootOf(place).append(element);
		return {element, model: () => element.value, mentions: () => 0};
	};

/** A textarea bound to a property of its host both ways, as Polymer's iron-autogrow-textarea in YouTube Studio. */
class BoundField extends HTMLElement {
	readonly area = document.createElement('textarea');
	#value = '';

	connectedCallback() {
		this.append(this.area);
		this.area.addEventListener('input', () => {
			this.bindValue = this.area.value;
		});
	}

	get bindValue() {
		return this.#value;
	}

	set bindValue(value) {
		this.#value = value;
		if (this.area.value !== value) this.area.value = value;
	}
}
customElements.define('bound-field', BoundField);

const polymerField: Make = async (place, start) => {
	const host = new BoundField();
	place.append(host);
	host.bindValue = textOf(start);
	return {element: host.area, model: () => host.bindValue, mentions: () => 0};
};

const inShadow = (place: HTMLElement) => place.attachShadow({mode: 'open'});

/** By name, the plain fields. */
export const fields: Record<string, Make> = {
	textarea: field('textarea'),
	input: field('input'),
	polymerField,
	fieldInShadow: field('textarea', inShadow),
};

/** A contenteditable whose page reads innerText. The mention is a chip that cannot be typed into. */
function editable(root: ParentNode, kind: string, whiteSpace: string, {mention, lines}: Start) {
	const element = document.createElement('div');
	element.setAttribute('contenteditable', kind);
	element.style.whiteSpace = whiteSpace;
	element.style.minHeight = '20px';
	if (kind === 'plaintext-only') element.textContent = mention + lines.join('\n');
	else {
		if (mention) {
			const chip = document.createElement('span');
			chip.contentEditable = 'false';
			chip.textContent = mention;
			element.append(chip);
		}
		for (const [index, line] of lines.entries()) {
			if (index > 0) element.append(document.createElement('br'));
			if (line) element.append(whiteSpace === 'normal' ? line.replace(/ $/, '\u00a0') : line);
		}
	}
	root.append(element);
	return {
		element,
		model: () => element.innerText.replaceAll('\u00a0', ' ').replace(/\n$/, ''),
		mentions: () => element.querySelectorAll('span[contenteditable="false"]').length,
	};
}

/** The document of a frame of the same origin, at once. */
function frameIn(place: HTMLElement): Document {
	const frame = document.createElement('iframe');
	frame.style.height = '60px';
	place.append(frame);
	const page = frame.contentDocument;
	if (!page) throw new Error('The frame has no document.');
	return page;
}

/** By name, the elements without an editor behind them. */
export const editables: Record<string, Make> = {
	contentEditable: async (place, start) => editable(place, 'true', 'pre-wrap', start),
	normalSpace: async (place, start) => editable(place, 'true', 'normal', start),
	plaintextOnly: async (place, start) => editable(place, 'plaintext-only', 'pre-wrap', start),
	inShadowRoot: async (place, start) => editable(inShadow(place), 'true', 'pre-wrap', start),
	inFrame: async (place, start) => editable(frameIn(place).body, 'true', 'pre-wrap', start),
};
