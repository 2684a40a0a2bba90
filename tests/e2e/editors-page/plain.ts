/** Plain fields and plain contenteditable elements. */
import type {Make} from './editors.ts';

export const fields: Record<string, Make> = {
	textarea: async (place) => {
		const area = document.createElement('textarea');
		place.append(area);
		return {element: area, model: () => area.value};
	},
};

const editable = (place: ParentNode, kind: string) => {
	const element = document.createElement('div');
	element.setAttribute('contenteditable', kind);
	element.style.whiteSpace = 'pre-wrap';
	element.style.minHeight = '20px';
	place.append(element);
	return {element, model: () => element.innerText.replace(/\n$/, '')};
};

export const contentEditableEditors: Record<string, Make> = {
	contentEditable: async (place) => editable(place, 'true'),
	plaintextOnly: async (place) => editable(place, 'plaintext-only'),
	inShadowRoot: async (place) => editable(place.attachShadow({mode: 'open'}), 'true'),
};
