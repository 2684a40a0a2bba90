/** Lexical, rich and plain. */
import {createEmptyHistoryState, registerHistory} from '@lexical/history';
import {registerPlainText} from '@lexical/plain-text';
import {registerRichText} from '@lexical/rich-text';
import {
	$createLineBreakNode,
	$createParagraphNode,
	$createTextNode,
	$getRoot,
	createEditor,
	type LexicalEditor,
} from 'lexical';
import type {Make, Start} from './editors.ts';

const made =
	(register: (editor: LexicalEditor) => unknown, isRich: boolean): Make =>
	async (place, start) => {
		const element = document.createElement('div');
		element.contentEditable = 'true';
		element.setAttribute('role', 'textbox');
		place.append(element);
		const editor = createEditor({namespace: 'e2e', onError: (error) => console.error(error)});
		editor.setRootElement(element);
		register(editor);
		editor.update(() => fill(start, isRich), {discrete: true});
		registerHistory(editor, createEmptyHistoryState(), 300);
		const read = <Value>(look: () => Value) => editor.getEditorState().read(look);
		return {
			element,
			destroy: () => editor.setRootElement(null),
			model: () =>
				read(() =>
					$getRoot()
						.getChildren()
						.map((child) => child.getTextContent())
						.join('\n'),
				),
			mentions: () =>
				read(
					() =>
						$getRoot()
							.getAllTextNodes()
							.filter((node) => node.isToken()).length,
				),
		};
	};

/** Rich text has a paragraph for each line, plain text one with line breaks. */
function fill({mention, lines}: Start, isRich: boolean): void {
	const root = $getRoot().clear();
	let paragraph = $createParagraphNode();
	root.append(paragraph);
	if (mention) paragraph.append($createTextNode(mention).setMode('token'));
	for (const [index, line] of lines.entries()) {
		if (index > 0 && isRich) {
			paragraph = $createParagraphNode();
			root.append(paragraph);
		} else if (index > 0) paragraph.append($createLineBreakNode());
		if (line) paragraph.append($createTextNode(line));
	}
}

export const lexical: Make = made(registerRichText, true);
export const lexicalPlain: Make = made(registerPlainText, false);
