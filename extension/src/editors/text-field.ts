/** Plain fields: textarea and input, also those that React or Polymer control. */
import {type Editor, sleep} from './editor';

type Field = HTMLTextAreaElement | HTMLInputElement;

const isField = (element: HTMLElement): element is Field =>
	element instanceof HTMLTextAreaElement ||
	(element instanceof HTMLInputElement && /^(text|search|)$/.test(element.type));

export const textField: Editor = {
	name: 'text-field',
	fits: isField,
	read: (element) => (isField(element) ? element.value : ''),
	async write(element, text) {
		if (!isField(element)) return;
		element.focus();
		element.select();
		// Keeps the browser's own undo, and fires the input event that React waits for.
		const command = text ? 'insertText' : 'delete';
		if (element.ownerDocument.execCommand(command, false, text) && element.value === text) return;
		setNatively(element, text);
		await sleep(0);
	},
	async undo(element) {
		element.focus();
		element.ownerDocument.execCommand('undo');
		await sleep(0);
	},
};

/** React and Polymer put their own `value` on the element; the prototype's setter passes by it. */
function setNatively(field: Field, text: string): void {
	const prototype =
		field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
	Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
	field.dispatchEvent(
		new InputEvent('input', {bubbles: true, composed: true, inputType: 'insertText', data: text}),
	);
}
