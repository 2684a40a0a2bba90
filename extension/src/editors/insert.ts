/** The way of a draft into an editor: write once, wait, read back; on a mismatch restore and say so. */
import {ckeditor} from './ckeditor';
import {contentEditable} from './content-editable';
import {draftJs} from './draft-js';
import {type Editor, sleep, type Where} from './editor';
import {lexical} from './lexical';
import {proseMirror} from './prose-mirror';
import {quill} from './quill';
import {tidy} from './read';
import {slate} from './slate';
import {textField} from './text-field';

/** The plain contenteditable comes last: the others are contenteditable too. */
const editors: Editor[] = [textField, draftJs, lexical, proseMirror, quill, slate, ckeditor, contentEditable];

/** What to do with words the person typed into the box: `ask` gives them back and writes nothing. */
export type Placing = 'ask' | 'replace' | 'below';

/** What became of an insertion. `frame`: the person was in one last, the page's own where it has no host. `refused`: the editor did not take the text, and is as before where `restored`. */
export type Insertion =
	| {outcome: 'inserted'; editor: string; before: string; text: string}
	| {outcome: 'occupied'; held: string}
	| {outcome: 'refused'; editor: string; restored: boolean}
	| {outcome: 'no-box'; message: string; frame?: {host: string}};

/** A mention that the site put in: it stays in front of the reply. */
const prefilledMention = /^\s*@[\p{L}\p{N}_.@-]+(?:\s@[\p{L}\p{N}_.@-]+)*\s*$/u;

/** The editor that fits an element; undefined for what cannot be written into. */
function editorOf(element: HTMLElement): Editor | undefined {
	return editors.find((editor) => editor.fits(element));
}

/** From any node inside of it, the element that the editor is. */
export function editorElement(node: Element | null | undefined): HTMLElement | undefined {
	const field = node?.closest<HTMLElement>('textarea, input');
	if (field) return editorOf(field) ? field : undefined;
	let host = node?.closest<HTMLElement>('[contenteditable]:not([contenteditable="false"])') ?? undefined;
	// The outermost editable one: CKEditor and Slate nest their own inside.
	for (
		let outer = host;
		outer;
		outer =
			outer.parentElement?.closest<HTMLElement>('[contenteditable]:not([contenteditable="false"])') ??
			undefined
	)
		host = outer;
	return host;
}

/** Put a draft into an editor. Presses no key that sends, clicks nothing. `mention`: the bare name the site may put in. */
export async function insertDraft(
	element: HTMLElement,
	draft: string,
	placing: Placing,
	mention = '',
): Promise<Insertion> {
	const editor = editorOf(element);
	if (!editor)
		return {outcome: 'no-box', message: 'This is no text box. Click into the reply box and insert again.'};
	const before = editor.read(element);
	const held = before.trim();
	const fitted = (text: string) => editor.fit?.(element, text) ?? text;
	const normal = normalizeDraft(draft);
	const isMention = held !== '' && (prefilledMention.test(held) || held === mention);
	if (held && placing === 'ask' && !isMention && held !== fitted(normal)) return {outcome: 'occupied', held};
	const {where, ...placed} = place(normal, before, placing, isMention);
	const added = fitted(placed.added);
	const text = where === 'end' ? before + added : added;
	await editor.select(element, where);
	// Some sites make the box anew when it gets the focus; what is written then goes astray.
	if (!element.isConnected) return {outcome: 'refused', editor: editor.name, restored: true};
	editor.put(element, added);
	if (await holds(editor, element, text)) return {outcome: 'inserted', editor: editor.name, before, text};
	return {outcome: 'refused', editor: editor.name, restored: await restore(editor, element, before)};
}

/** Take an insertion back. false: the text in the box is no longer what was inserted, or the editor refused. */
export async function undoInsertion(
	element: HTMLElement,
	{before, text}: {before: string; text: string},
): Promise<boolean> {
	const editor = editorOf(element);
	if (!editor || editor.read(element) !== text) return false;
	return restore(editor, element, before);
}

/** Spaces that some editors swallow are taken out first, so that what is shown is what stands. */
export function normalizeDraft(draft: string): string {
	return tidy(draft)
		.replace(/[ \t]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

/** What the person wrote and a mention are never written anew: they may be more than text. */
function place(
	draft: string,
	before: string,
	placing: Placing,
	isMention: boolean,
): {where: Where; added: string} {
	if (placing === 'below') {
		const breaks = /\n*$/.exec(before)?.[0].length ?? 0;
		return {where: 'end', added: '\n'.repeat(Math.max(2 - breaks, 0)) + draft};
	}
	if (!isMention) return {where: 'all', added: draft};
	const rest = withoutStart(draft, before.trim());
	return {where: 'end', added: /\s$/.test(before) ? rest : ` ${rest}`};
}

/** A draft that begins with the mention which stands there already, without it. */
function withoutStart(draft: string, mention: string): string {
	const rest = draft.slice(mention.length);
	return draft.startsWith(mention) && !/^[\p{L}\p{N}_]/u.test(rest) ? rest.replace(/^[\s,:]+/, '') : draft;
}

/** Whether the editor holds exactly the text, given a moment; then once more, since some revert what they did not do. */
async function holds(editor: Editor, element: HTMLElement, text: string): Promise<boolean> {
	for (let waited = 0; editor.read(element) !== text; waited += 40) {
		if (waited >= 800) return false;
		await sleep(40);
	}
	await sleep(60);
	return element.isConnected && editor.read(element) === text;
}

/** Undo as long as it changes something, for a few steps at most; where that is not enough, write what was there. */
async function restore(editor: Editor, element: HTMLElement, before: string): Promise<boolean> {
	for (let step = 0, held = ''; step < 5 && editor.read(element) !== before; step++) {
		if (step > 0 && editor.read(element) === held) break;
		held = editor.read(element);
		await editor.undo(element);
	}
	if (editor.read(element) === before) return true;
	await editor.select(element, 'all');
	editor.put(element, before);
	return holds(editor, element, before);
}
