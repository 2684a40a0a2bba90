/** The editors that need no React. */
import {createEmptyHistoryState, registerHistory} from '@lexical/history';
import {registerRichText} from '@lexical/rich-text';
import {Editor} from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import {ClassicEditor, Essentials, Paragraph} from 'ckeditor5';
import {$getRoot, createEditor} from 'lexical';
import Quill from 'quill';
import type {Make} from './editors.ts';

export const lexical: Make = async (place) => {
	const element = document.createElement('div');
	element.contentEditable = 'true';
	element.setAttribute('role', 'textbox');
	place.append(element);
	const editor = createEditor({namespace: 'e2e', onError: (error) => console.error(error)});
	editor.setRootElement(element);
	registerRichText(editor);
	registerHistory(editor, createEmptyHistoryState(), 300);
	const model = () =>
		editor.getEditorState().read(() =>
			$getRoot()
				.getChildren()
				.map((child) => child.getTextContent())
				.join('\n'),
		);
	return {element, model};
};

export const quill: Make = async (place) => {
	const holder = document.createElement('div');
	place.append(holder);
	const editor = new Quill(holder, {modules: {toolbar: false}});
	return {element: editor.root, model: () => editor.getText().replace(/\n$/, '')};
};

export const tiptap: Make = async (place) => {
	const editor = new Editor({element: place, extensions: [StarterKit]});
	const model = () => {
		const lines: string[] = [];
		editor.state.doc.forEach((node) => {
			lines.push(node.textBetween(0, node.content.size, '\n', '\n'));
		});
		return lines.join('\n');
	};
	return {element: editor.view.dom, model};
};

export const ckeditor: Make = async (place) => {
	const holder = document.createElement('div');
	place.append(holder);
	const editor = await ClassicEditor.create(holder, {licenseKey: 'GPL', plugins: [Essentials, Paragraph]});
	const model = () => {
		const blocks = [...(editor.model.document.getRoot()?.getChildren() ?? [])];
		const lines = blocks.map((block) => {
			if (!block.is('element')) return '';
			return [...block.getChildren()].map((child) => (child.is('$text') ? child.data : '\n')).join('');
		});
		return lines.join('\n').replaceAll('\u00a0', ' ');
	};
	const element = editor.ui.getEditableElement();
	if (!element) throw new Error('CKEditor has no editable element.');
	return {element, model};
};
