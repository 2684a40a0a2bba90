/** Plain fields: textarea and input, also those that React or Polymer control. */
import {type Editor, execUndo} from './editor';

type Field = HTMLTextAreaElement | HTMLInputElement;

/** Not by instanceof: a field in a frame is of another window. */
const isField = (element: HTMLElement): element is Field =>
	element.localName === 'textarea' ||
	(element.localName === 'input' && /^(text|search|)$/.test((element as HTMLInputElement).type));

export const textField: Editor = {
	name: 'text-field',
	fits: (element) => isField(element) && !element.readOnly && !element.disabled,
	read: (element) => (isField(element) ? element.value : ''),
	// A field of one line has no breaks; the browser puts a space there too when it pastes.
	fit: (element, text) => (element.localName === 'input' ? text.replace(/\n+/g, ' ') : text),
	async select(element, where) {
		if (!isField(element)) return;
		element.focus();
		element.setSelectionRange(where === 'all' ? 0 : element.value.length, element.value.length);
	},
	put(element, text) {
		if (!isField(element)) return;
		const kept = element.value.slice(0, element.selectionStart ?? 0);
		if (element.maxLength >= 0 && kept.length + text.length > element.maxLength) return; // it would be cut
		// Keeps the browser's own undo, and fires the input event that React waits for.
		const command = text ? 'insertText' : 'delete';
		if (element.ownerDocument.execCommand(command, false, text) && element.value === kept + text) return;
		setNatively(element, kept + text);
	},
	undo: execUndo,
};

/** React and Polymer put their own `value` on the element; the prototype's setter passes by it. */
function setNatively(field: Field, value: string): void {
	const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
	setter?.call(field, value);
	field.dispatchEvent(
		new InputEvent('input', {bubbles: true, composed: true, inputType: 'insertText', data: value}),
	);
}
