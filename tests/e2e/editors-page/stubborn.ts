/** Editors that do not take a text as it is: each must be refused, and left as it was. */
import type {Make, Start} from './editors.ts';

const textOf = ({mention, lines}: Start) => mention + lines.join('\n');

/** A field that makes something else of every text. */
const field =
	(change: (text: string) => string): Make =>
	async (place, start) => {
		const area = document.createElement('textarea');
		area.value = textOf(start);
		area.addEventListener('input', (event) => {
			if ((event as InputEvent).inputType.startsWith('insert')) area.value = change(area.value);
		});
		place.append(area);
		return {element: area, model: () => area.value, mentions: () => 0};
	};

/** An editable element whose script has the last word. `held` is what stood there at first. */
const editable =
	(answer: (element: HTMLElement, held: string) => void): Make =>
	async (place, start) => {
		const element = document.createElement('div');
		element.contentEditable = 'true';
		element.style.whiteSpace = 'pre-wrap';
		element.style.minHeight = '20px';
		element.textContent = textOf(start);
		element.addEventListener('input', () => answer(element, textOf(start)));
		place.append(element);
		return {element, model: () => element.innerText.replace(/\n$/, ''), mentions: () => 0};
	};

/** By name, the editors that must be refused. */
export const stubborn: Record<string, Make> = {
	cutsShort: field((text) => text.slice(0, 50)),
	corrects: field((text) => text.replace('Hi Ann', 'Hi Anne')),
	shortField: async (place, start) => {
		const area = document.createElement('textarea');
		area.maxLength = 40;
		area.value = textOf(start);
		place.append(area);
		return {element: area, model: () => area.value, mentions: () => 0};
	},
	reverts: editable((element, held) => {
		setTimeout(() => {
			element.textContent = held;
		}, 50);
	}),
	doubles: editable((element) => {
		const text = element.innerText;
		if (text.includes('Hi Ann')) element.append(text);
	}),
};
