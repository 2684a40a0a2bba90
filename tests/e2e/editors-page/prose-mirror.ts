/** ProseMirror by itself, and within TipTap. */
import {Editor, Node} from '@tiptap/core';
import {baseKeymap} from '@tiptap/pm/commands';
import {history, redo, undo} from '@tiptap/pm/history';
import {keymap} from '@tiptap/pm/keymap';
import {type Node as DocumentNode, Schema} from '@tiptap/pm/model';
import {EditorState} from '@tiptap/pm/state';
import {EditorView} from '@tiptap/pm/view';
import StarterKit from '@tiptap/starter-kit';
import type {Make, Start} from './editors.ts';

const mentionNode = {
	group: 'inline',
	inline: true,
	atom: true,
	attrs: {name: {default: ''}},
	parseDOM: [{tag: 'span[data-mention]', getAttrs: (span: HTMLElement) => ({name: span.textContent})}],
	toDOM: (node: DocumentNode) =>
		['span', {'data-mention': '', contenteditable: 'false'}, String(node.attrs.name)] as const,
};

const schema = new Schema({
	nodes: {
		doc: {content: 'paragraph+'},
		paragraph: {content: 'inline*', parseDOM: [{tag: 'p'}], toDOM: () => ['p', 0]},
		text: {group: 'inline'},
		mention: mentionNode,
	},
});

const Mention = Node.create({
	name: 'mention',
	group: 'inline',
	inline: true,
	atom: true,
	addAttributes: () => ({
		name: {default: '', parseHTML: (span) => span.textContent, renderHTML: () => ({})},
	}),
	parseHTML: () => [{tag: 'span[data-mention]'}],
	renderHTML: ({node}) => ['span', {'data-mention': '', contenteditable: 'false'}, String(node.attrs.name)],
});

const toJson = ({mention, lines}: Start) => ({
	type: 'doc',
	content: lines.map((line, index) => ({
		type: 'paragraph',
		content: [
			...(mention && index === 0 ? [{type: 'mention', attrs: {name: mention}}] : []),
			...(line ? [{type: 'text', text: line}] : []),
		],
	})),
});

const textOf = (node: DocumentNode) =>
	node.textBetween(0, node.content.size, '\n', (leaf) =>
		leaf.type.name === 'mention' ? String(leaf.attrs.name) : '\n',
	);

const told = (view: EditorView) => ({
	element: view.dom,
	destroy: () => view.destroy(),
	model: () => {
		const lines: string[] = [];
		view.state.doc.forEach((node) => void lines.push(textOf(node)));
		return lines.join('\n');
	},
	mentions: () => {
		let count = 0;
		view.state.doc.descendants((node) => {
			if (node.type.name === 'mention') count++;
		});
		return count;
	},
});

export const proseMirror: Make = async (place, start) => {
	const keys = keymap({...baseKeymap, 'Mod-z': undo, 'Mod-y': redo});
	const doc = schema.nodeFromJSON(toJson(start));
	return told(new EditorView(place, {state: EditorState.create({doc, plugins: [history(), keys]})}));
};

export const tiptap: Make = async (place, start) =>
	told(new Editor({element: place, extensions: [StarterKit, Mention], content: toJson(start)}).view);
