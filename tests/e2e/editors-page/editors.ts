/** A page with the real editors. Each has Enter-to-send and a Post button, and `models` tells what the editor itself holds. */

import {ckeditor, lexical, quill, tiptap} from './frameworks.ts';
import {contentEditableEditors, fields} from './plain.ts';
import {draft, reactField, slate} from './react.ts';

/** Makes an editor in a place; gives the element a person types into, and what the editor's own model holds. */
export type Make = (place: HTMLElement) => Promise<{element: HTMLElement; model: () => string}>;

declare global {
	var models: Record<string, () => string>;
	var editors: Record<string, HTMLElement>;
	var sent: string[];
	var areReady: boolean | undefined;
}

globalThis.models = {};
globalThis.editors = {};
globalThis.sent = [];

const all: Record<string, Make> = {
	draft,
	lexical,
	quill,
	tiptap,
	slate,
	ckeditor,
	reactField,
	...fields,
	...contentEditableEditors,
};

for (const [name, make] of Object.entries(all)) {
	const section = document.createElement('section');
	section.id = name;
	const heading = document.createElement('b');
	heading.textContent = name;
	const place = document.createElement('div');
	const post = document.createElement('button');
	post.textContent = 'Post';
	post.addEventListener('click', () => sent.push(name));
	section.append(heading, place, post);
	section.addEventListener('keydown', (event) => void (event.key === 'Enter' && sent.push(name)), true);
	document.querySelector('main')?.append(section);
	const {element, model} = await make(place);
	editors[name] = element;
	models[name] = model;
}
globalThis.areReady = true;
