/** The insertion matrix: its cells, and what one of them shows in a real browser. */
import type {Placing} from '../../extension/src/editors/insert';
import type {Driven} from './driven.ts';
import type {Start} from './editors-page/editors.ts';

/** Every editor that a person may meet, as the page of editors names them. */
export const editorNames = [
	'textarea',
	'input',
	'polymerField',
	'fieldInShadow',
	'reactField',
	'draft',
	'lexical',
	'lexicalPlain',
	'quill',
	'proseMirror',
	'tiptap',
	'slate',
	'ckeditor',
	'contentEditable',
	'normalSpace',
	'plaintextOnly',
	'inShadowRoot',
	'inFrame',
];

/** Those that do not take a text as it is: each must be refused, and left as it was. */
export const stubbornNames = ['cutsShort', 'corrects', 'shortField', 'reverts', 'doubles'];

const texts = {
	plain: 'Nine is past reason. Which day is your box?',
	paragraphs: 'Hi Ann,\n\nno <b>tags</b> & no "quotes" here: it’s *text*.\nLast line.',
	emoji: '👩‍👩‍👧 and 🧑🏽‍🚀 flew 🏳️‍🌈 to 🇯🇵, gate 1️⃣ ❤️\n\nbye 👋🏿',
	rtl: 'שלום לך, תודה על 3 הקופסאות!\n\nمرحباً (Candor) 👋، شكراً',
	long: longText(3000),
};

const held = ['My own first line', '', 'and a second'];
const mention = '@ana_m';
const starts: {name: string; start: Start; placing: Placing; expected: (text: string) => string}[] = [
	{name: 'empty', start: {mention: '', lines: ['']}, placing: 'ask', expected: (text) => text},
	{name: 'mention', start: {mention, lines: [' ']}, placing: 'ask', expected: (text) => `${mention} ${text}`},
	{
		name: 'filled, below',
		start: {mention: '', lines: held},
		placing: 'below',
		expected: (text) => `${held.join('\n')}\n\n${text}`,
	},
	{name: 'filled, replaced', start: {mention: '', lines: held}, placing: 'replace', expected: (text) => text},
];

/** One insertion to look at. */
export type Cell = {
	editor: string;
	isFocused: boolean;
	text: keyof typeof texts;
	start: (typeof starts)[number];
};

/** What a cell showed. `exact`: the model as expected, typing went on at its end, one undo brought back what was. */
export type Shown = {verdict: 'exact' | 'refused' | 'failed'; why: string};

/** Some cells of an editor that has to be refused, which takes longer. */
export const stubbornCellsOf = (editor: string): Cell[] =>
	starts
		.filter(({placing}) => placing !== 'replace')
		.map((start) => ({editor, isFocused: false, start, text: 'paragraphs'}));

/** All cells of one editor. */
export function cellsOf(editor: string): Cell[] {
	return [true, false].flatMap((isFocused) =>
		starts.flatMap((start) =>
			(Object.keys(texts) as (keyof typeof texts)[]).map((text) => ({editor, isFocused, start, text})),
		),
	);
}

export const nameOf = ({editor, isFocused, start, text}: Cell) =>
	`${editor}, ${start.name}, ${text}, ${isFocused ? 'page' : 'panel'} focused`;

/** Do what a person does and look at the editor's own model after each step. */
export async function look(browser: Driven, {editor, isFocused, start, text}: Cell): Promise<Shown> {
	const draft = texts[text];
	const before = linesIn(editor, start.start.mention + start.start.lines.join('\n'));
	const wanted = linesIn(editor, start.expected(draft));
	await browser.focusPage();
	await browser.click(await browser.page((name, from) => remake(name, from), editor, start.start));
	if (!isFocused) await browser.focusPanel();
	const first = await stateOf(browser, editor);
	if (first.model !== before) return failed(`it began with ${show(first.model)}`);
	if (first.hasFocus !== isFocused) return failed(`the page has ${isFocused ? 'no' : 'the'} focus`);
	if (start.placing !== 'ask') {
		const {outcome} = await browser.insert(draft, 'ask');
		if (outcome !== 'occupied') return failed(`did not ask, but ${outcome}`);
	}
	const insertion = await browser.insert(draft, start.placing);
	const {model, mentions} = await stateOf(browser, editor);
	if (insertion.outcome === 'refused') {
		const isClean = model === before && insertion.restored;
		return isClean ? {verdict: 'refused', why: ''} : failed(`refused, but left ${show(model)}`);
	}
	if (insertion.outcome !== 'inserted') return failed(JSON.stringify(insertion));
	if (model !== wanted) return failed(`holds ${show(model)} instead of ${show(wanted)}`);
	if (mentions !== first.mentions) return failed(`${first.mentions} mentions became ${mentions}`);
	return goOn(browser, editor, {before, wanted});
}

/** Type on, then undo. */
async function goOn(
	browser: Driven,
	editor: string,
	{before, wanted}: {before: string; wanted: string},
): Promise<Shown> {
	await browser.focusPage();
	await browser.type('!');
	const typed = await waitFor(browser, editor, [`${wanted}!`]);
	if (typed !== `${wanted}!`) return failed(`typing on gave ${show(typed)}`);
	await browser.pressUndo();
	let undone = await waitFor(browser, editor, [wanted, before]);
	if (undone === wanted) {
		await browser.pressUndo(); // the first took back what was typed
		undone = await waitFor(browser, editor, [before]);
	}
	return undone === before ? {verdict: 'exact', why: ''} : failed(`undo gave ${show(undone)}`);
}

const failed = (why: string): Shown => ({verdict: 'failed', why});

/** A field of one line has no place for a break: a space stands there, as when the browser pastes. */
const linesIn = (editor: string, text: string) => (editor === 'input' ? text.replace(/\n+/g, ' ') : text);

const stateOf = (browser: Driven, editor: string) =>
	browser.page(
		(name) => ({
			model: models[name]?.() ?? 'no model',
			mentions: mentions[name]?.() ?? -1,
			hasFocus: document.hasFocus(),
		}),
		editor,
	);

/** What the model holds once it is one of those wanted, or else after a second. */
const waitFor = (browser: Driven, editor: string, wanted: string[]) =>
	browser.page(
		async (name, texts) => {
			const end = performance.now() + 1000;
			for (;;) {
				const model = models[name]?.() ?? 'no model';
				if (texts.includes(model) || performance.now() > end) return model;
				await new Promise((resolve) => setTimeout(resolve, 10));
			}
		},
		editor,
		wanted,
	);

const show = (text: string) =>
	JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}… (${text.length})` : text);

/** Words, line breaks and emoji up to a length. */
function longText(length: number): string {
	const sentence = 'We looked again at the list for this week’s boxes 🥬 and the leeks are late.';
	let text = '';
	for (let count = 1; text.length < length; count++) {
		text += `${count}. ${sentence}${count % 5 === 0 ? '\n\n' : ' '}`;
	}
	return text.slice(0, length).trim();
}
