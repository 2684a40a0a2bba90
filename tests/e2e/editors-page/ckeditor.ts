/** CKEditor 5. */
import {ClassicEditor, Essentials, Mention, Paragraph} from 'ckeditor5';
import type {Make} from './editors.ts';

export const ckeditor: Make = async (place, {mention, lines}) => {
	const holder = document.createElement('div');
	place.append(holder);
	const editor = await ClassicEditor.create(holder, {
		licenseKey: 'GPL',
		plugins: [Essentials, Paragraph, Mention],
	});
	const chip = mention ? `<span class="mention" data-mention="${mention}">${mention}</span>` : '';
	const paragraphs = lines.map((line) => `<p>${line.replace(/ $/, '&nbsp;') || (chip ? '' : '&nbsp;')}</p>`);
	editor.setData(paragraphs.join('').replace('<p>', `<p>${chip}`));
	const pieces = () =>
		[...(editor.model.document.getRoot()?.getChildren() ?? [])].map((block) =>
			block.is('element') ? [...block.getChildren()] : [],
		);
	const element = editor.ui.getEditableElement();
	if (!element) throw new Error('CKEditor has no editable element.');
	return {
		element,
		destroy: () => editor.destroy(),
		model: () =>
			pieces()
				.map((line) => line.map((piece) => (piece.is('$text') ? piece.data : '\n')).join(''))
				.join('\n'),
		mentions: () =>
			pieces()
				.flat()
				.filter((piece) => piece.hasAttribute('mention')).length,
	};
};
