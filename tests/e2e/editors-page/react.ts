/** The editors that are React components. */
import {Editor, EditorState} from 'draft-js';
import {createElement, useState} from 'react';
import {createRoot} from 'react-dom/client';
import {createEditor, type Descendant, Node} from 'slate';
import {withHistory} from 'slate-history';
import {Editable, Slate, withReact} from 'slate-react';

type SlateProps = Parameters<typeof Slate>[0];

import type {Make} from './editors.ts';

async function appeared(place: HTMLElement, css: string): Promise<HTMLElement> {
	for (;;) {
		const found = place.querySelector<HTMLElement>(css);
		if (found) return found;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

type Held<Value> = {now: Value};

function DraftEditor({held}: {held: Held<EditorState>}) {
	const [state, setState] = useState(held.now);
	const onChange = (next: EditorState) => {
		held.now = next;
		setState(next);
	};
	return createElement(Editor, {editorState: state, onChange});
}

export const draft: Make = async (place) => {
	const held = {now: EditorState.createEmpty()};
	createRoot(place).render(createElement(DraftEditor, {held}));
	const element = await appeared(place, '.public-DraftEditor-content');
	return {element, model: () => held.now.getCurrentContent().getPlainText('\n')};
};

export const slate: Make = async (place) => {
	const editor = withHistory(withReact(createEditor()));
	const initialValue = [{children: [{text: ''}]}] as Descendant[];
	const editable = createElement(Editable, {placeholder: 'Message'});
	createRoot(place).render(createElement(Slate, {editor, initialValue} as unknown as SlateProps, editable));
	const element = await appeared(place, '[data-slate-editor="true"]');
	return {element, model: () => editor.children.map((node) => Node.string(node)).join('\n')};
};

function ControlledField({held}: {held: Held<string>}) {
	const [value, setValue] = useState(held.now);
	const onChange = (event: {target: HTMLTextAreaElement}) => {
		held.now = event.target.value;
		setValue(held.now);
	};
	return createElement('textarea', {value, onChange});
}

export const reactField: Make = async (place) => {
	const held = {now: ''};
	createRoot(place).render(createElement(ControlledField, {held}));
	return {element: await appeared(place, 'textarea'), model: () => held.now};
};
