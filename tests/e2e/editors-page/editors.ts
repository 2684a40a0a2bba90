/** A page with the real editors. Each stands in a form that sends at Enter and at its Post button, and tells what its own model holds. */

import {ckeditor} from './ckeditor.ts';
import {lexical, lexicalPlain} from './lexical.ts';
import {editables, fields} from './plain.ts';
import {proseMirror, tiptap} from './prose-mirror.ts';
import {quill} from './quill.ts';
import {draft, reactField, slate} from './react.ts';
import {countSends} from './sends.ts';
import {stubborn} from './stubborn.ts';

/** What stands in an editor at first: a mention, as the editor's own kind of node where it has one, then lines. */
export type Start = {mention: string; lines: string[]};

/** The element a person types into; what the editor's own model holds, as text and as a count of mentions; its end. */
export type Made = {
	element: HTMLElement;
	model: () => string;
	mentions: () => number;
	destroy?: () => unknown;
};

/** Makes an editor in a place, with its history empty. */
export type Make = (place: HTMLElement, start: Start) => Promise<Made>;

declare global {
	/** By the name of the editor: its element, what its model holds, and how many mentions are in it. */
	var editors: Record<string, HTMLElement>;
	var models: Record<string, () => string>;
	var mentions: Record<string, () => number>;
	/** Make an editor anew; gives a point in it to click at. */
	var remake: (name: string, start: Start) => Promise<{x: number; y: number}>;
	/** Each Enter, submit and press of a button that a site would have sent something at. */
	var sent: string[];
	var areReady: boolean | undefined;
}

globalThis.editors = {};
globalThis.models = {};
globalThis.mentions = {};
globalThis.sent = [];

const all: Record<string, Make> = {
	...fields,
	reactField,
	draft,
	lexical,
	lexicalPlain,
	quill,
	proseMirror,
	tiptap,
	slate,
	ckeditor,
	...editables,
	...stubborn,
};
const places: Record<string, HTMLElement> = {};
const destroys: Record<string, Made['destroy']> = {};

globalThis.remake = async (name, start) => {
	const form = places[name];
	const make = all[name];
	if (!form || !make) throw new Error(`There is no editor ${name}.`);
	await destroys[name]?.();
	const place = document.createElement('div');
	form.firstElementChild?.replaceWith(place);
	const {element, model, mentions: count, destroy} = await make(place, start);
	destroys[name] = destroy;
	if (element.ownerDocument !== document) countSends(element.ownerDocument, name);
	editors[name] = element;
	models[name] = model;
	mentions[name] = count;
	form.scrollIntoView({block: 'center'});
	return pointIn(element);
};

for (const name of Object.keys(all)) {
	const heading = document.createElement('b');
	heading.textContent = name;
	const form = document.createElement('form');
	form.id = name;
	const post = document.createElement('button');
	post.textContent = 'Post';
	form.append(document.createElement('div'), post);
	countSends(form, name);
	places[name] = form;
	document.querySelector('main')?.append(heading, form);
	await remake(name, {mention: '', lines: ['']});
}
globalThis.areReady = true;

/** The middle of an element, seen from the page's own window. */
function pointIn(element: HTMLElement): {x: number; y: number} {
	const {x, y, width, height} = element.getBoundingClientRect();
	const frame = element.ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
	return {
		x: Math.round((frame?.x ?? 0) + x + width / 2),
		y: Math.round((frame?.y ?? 0) + y + height / 2),
	};
}
