/** Quill. */
import Quill from 'quill';
import type {Make} from './editors.ts';

/** What the library's types do not tell of a blot. */
type EmbedClass = new () => object;
const Embed = Quill.import('blots/embed') as EmbedClass;

class Mention extends Embed {
	static blotName = 'mention';
	static tagName = 'span';
	static className = 'mention';

	static create(name: unknown): HTMLElement {
		const node = document.createElement('span');
		node.className = 'mention';
		node.textContent = String(name);
		node.dataset.name = String(name);
		return node;
	}

	static value(node: HTMLElement): string {
		return node.dataset.name ?? '';
	}
}
Quill.register('formats/mention', Mention as never);

type Piece = {insert?: string | Record<string, unknown>};

export const quill: Make = async (place, {mention, lines}) => {
	const holder = document.createElement('div');
	place.append(holder);
	const editor = new Quill(holder, {modules: {toolbar: false}});
	const start = [...(mention ? [{insert: {mention}}] : []), {insert: `${lines.join('\n')}\n`}];
	editor.setContents(start, 'silent');
	editor.history.clear();
	const pieces = () => editor.getContents().ops as Piece[];
	return {
		element: editor.root,
		model: () =>
			pieces()
				.map(({insert}) => (typeof insert === 'string' ? insert : String(insert?.mention)))
				.join('')
				.replace(/\n$/, ''),
		mentions: () => pieces().filter(({insert}) => typeof insert === 'object').length,
	};
};
