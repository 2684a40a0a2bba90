/** The editors that are React components, and a textarea that React controls. */
import {ContentState, Editor, EditorState, Modifier, SelectionState} from 'draft-js';
import {createElement, useState} from 'react';
import {createRoot} from 'react-dom/client';
import {createEditor, type Descendant, Element, Node} from 'slate';
import {withHistory} from 'slate-history';
import {Editable, type RenderElementProps, Slate, withReact} from 'slate-react';
import type {Make, Start} from './editors.ts';

type SlateProps = Parameters<typeof Slate>[0];

async function appeared(place: HTMLElement, css: string): Promise<HTMLElement> {
	for (;;) {
		const found = place.querySelector<HTMLElement>(css);
		if (found) return found;
		await new Promise((resolve) => setTimeout(resolve, 5));
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

export const draft: Make = async (place, start) => {
	const held = {now: EditorState.createWithContent(draftContent(start))};
	const root = createRoot(place);
	root.render(createElement(DraftEditor, {held}));
	const element = await appeared(place, '.public-DraftEditor-content');
	const content = () => held.now.getCurrentContent();
	return {
		element,
		destroy: () => root.unmount(),
		model: () => content().getPlainText('\n'),
		mentions: () => {
			const names = new Set<string>();
			for (const block of content().getBlocksAsArray()) {
				for (let index = 0; index < block.getLength(); index++) names.add(block.getEntityAt(index) ?? '');
			}
			names.delete('');
			return names.size;
		},
	};
};

function draftContent({mention, lines}: Start): ContentState {
	const content = ContentState.createFromText(mention + lines.join('\n'), '\n');
	if (!mention) return content;
	const range = SelectionState.createEmpty(content.getFirstBlock().getKey()).merge({
		focusOffset: mention.length,
	});
	const withEntity = content.createEntity('mention', 'IMMUTABLE', {name: mention});
	return Modifier.applyEntity(withEntity, range, withEntity.getLastCreatedEntityKey());
}

type SlateMention = {name: string};
const isMention = (node: Node): node is Node & SlateMention => 'name' in node;

/** Slate's own types know no mention. */
function renderElement({attributes, children, element}: RenderElementProps) {
	if (!isMention(element)) return createElement('p', attributes, children);
	return createElement(
		'span',
		{...attributes, contentEditable: false},
		createElement('b', null, element.name),
		children,
	);
}

export const slate: Make = async (place, {mention, lines}) => {
	const editor = withHistory(withReact(createEditor()));
	editor.isInline = isMention;
	editor.isVoid = isMention;
	const chip = mention ? [{text: ''}, {name: mention, children: [{text: ''}]}] : [];
	const initialValue = lines.map((text, index) => ({
		children: index === 0 ? [...chip, {text}] : [{text}],
	})) as Descendant[];
	const editable = createElement(Editable, {placeholder: 'Message', renderElement});
	const root = createRoot(place);
	root.render(createElement(Slate, {editor, initialValue} as unknown as SlateProps, editable));
	const element = await appeared(place, '[data-slate-editor="true"]');
	const inner = (node: Node) => (Element.isElement(node) ? node.children : []);
	return {
		element,
		destroy: () => root.unmount(),
		model: () =>
			editor.children
				.map((line) =>
					inner(line)
						.map((piece) => (isMention(piece) ? piece.name : Node.string(piece)))
						.join(''),
				)
				.join('\n'),
		mentions: () => editor.children.flatMap(inner).filter(isMention).length,
	};
};

function ControlledField({held}: {held: Held<string>}) {
	const [value, setValue] = useState(held.now);
	const onChange = (event: {target: HTMLTextAreaElement}) => {
		held.now = event.target.value;
		setValue(held.now);
	};
	return createElement('textarea', {value, onChange});
}

export const reactField: Make = async (place, {mention, lines}) => {
	const held = {now: mention + lines.join('\n')};
	const root = createRoot(place);
	root.render(createElement(ControlledField, {held}));
	return {
		element: await appeared(place, 'textarea'),
		destroy: () => root.unmount(),
		model: () => held.now,
		mentions: () => 0,
	};
};
