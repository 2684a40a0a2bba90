import {afterEach, beforeEach, expect, test} from 'vitest';
import {
	editorElement,
	insertDraft,
	normalizeDraft,
	undoInsertion,
} from '../../../extension/src/editors/insert';

// happy-dom has no execCommand; a field is then written through its prototype, as in an old browser.
beforeEach(() => {
	document.execCommand = () => false;
	document.body.replaceChildren();
});

let sent = 0;
afterEach(() => {
	expect(sent).toBe(0);
});

/** A form as sites have them: Enter and the button would send. */
function field(value = ''): HTMLTextAreaElement {
	const form = document.createElement('form');
	const area = document.createElement('textarea');
	area.value = value;
	form.addEventListener('submit', () => sent++);
	area.addEventListener('keydown', (event) => {
		if (event.key === 'Enter') sent++;
	});
	form.append(area);
	document.body.append(form);
	return area;
}

const text = 'Hi Ann 👋\n\nSecond <b>line</b>';

test('a field takes the text and hears of it', async () => {
	const area = field();
	const heard: string[] = [];
	area.addEventListener('input', () => heard.push(area.value));
	expect(await insertDraft(area, text, 'ask')).toMatchObject({outcome: 'inserted', before: '', text});
	expect(area.value).toBe(text);
	expect(heard).toEqual([text]);
});

test('a controlled field is written past the property that a framework put on it', async () => {
	const area = field();
	let model = '';
	const prototype = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
	Object.defineProperty(area, 'value', {
		configurable: true,
		get: () => prototype?.get?.call(area),
		set: () => {
			throw new Error('the framework’s own setter was used');
		},
	});
	area.addEventListener('input', () => {
		model = prototype?.get?.call(area);
	});
	expect(await insertDraft(area, text, 'ask')).toMatchObject({outcome: 'inserted'});
	expect(model).toBe(text);
});

test('the person’s own words are not replaced without asking', async () => {
	const area = field('half a thought');
	expect(await insertDraft(area, text, 'ask')).toEqual({outcome: 'occupied', held: 'half a thought'});
	expect(area.value).toBe('half a thought');
	expect(await insertDraft(area, text, 'below')).toMatchObject({outcome: 'inserted'});
	expect(area.value).toBe(`half a thought\n\n${text}`);
	expect(await insertDraft(area, text, 'replace')).toMatchObject({outcome: 'inserted'});
	expect(area.value).toBe(text);
});

test.each(['@imogenf ', '@t_bell @ana_m ', '@Jürgen.K', '@nina@soup.example @hollowfarm '])(
	'the prefilled mention %s is kept in front',
	async (mention) => {
		const area = field(mention);
		expect(await insertDraft(area, 'Nine!', 'ask')).toMatchObject({outcome: 'inserted'});
		expect(area.value).toBe(`${mention.trim()} Nine!`);
	},
);

test('a name that the site put in stays in front, and only where the site does so', async () => {
	const area = field('Ann Ray ');
	expect(await insertDraft(area, text, 'ask')).toEqual({outcome: 'occupied', held: 'Ann Ray'});
	expect(await insertDraft(area, text, 'ask', 'Ann Ray')).toMatchObject({text: `Ann Ray ${text}`});
});

test.each([
	['@imogenf ', '@imogenf Nine!', '@imogenf Nine!'],
	['@imogenf', '@imogenf, nine!', '@imogenf nine!'],
	['@ana ', '@anatol would know', '@ana @anatol would know'],
])('with %j in the box, %j becomes %j', async (held, draft, text) => {
	const area = field(held);
	await insertDraft(area, draft, 'ask');
	expect(area.value).toBe(text);
});

test('a field of one line has a space for each break', async () => {
	const input = document.createElement('input');
	document.body.append(input);
	expect(await insertDraft(input, text, 'ask')).toMatchObject({outcome: 'inserted'});
	expect(input.value).toBe('Hi Ann 👋 Second <b>line</b>');
});

test('a field too short for the text is left alone: no word is cut', async () => {
	const area = field('half a thought');
	area.maxLength = 20;
	expect(await insertDraft(area, text, 'below')).toMatchObject({outcome: 'refused', restored: true});
	expect(area.value).toBe('half a thought');
});

test.each(['readOnly', 'disabled'] as const)('a %s field is no text box', async (property) => {
	const area = field();
	area[property] = true;
	expect(await insertDraft(area, text, 'ask')).toMatchObject({outcome: 'no-box'});
});

test('an insertion is taken back, unless the person has typed since', async () => {
	const area = field('@imogenf ');
	const insertion = await insertDraft(area, 'Nine!', 'ask');
	if (insertion.outcome !== 'inserted') throw new Error(insertion.outcome);
	area.value += ' And more';
	expect(await undoInsertion(area, insertion)).toBe(false);
	area.value = insertion.text;
	expect(await undoInsertion(area, insertion)).toBe(true);
	expect(area.value.trim()).toBe('@imogenf');
});

test('a field that does not take the text is as before, and says so', async () => {
	const area = field('@imogenf ');
	area.addEventListener('input', () => {
		area.value = '@imogenf ';
	});
	expect(await insertDraft(area, 'Nine!', 'ask')).toEqual({
		outcome: 'refused',
		editor: 'text-field',
		restored: true,
	});
	expect(area.value).toBe('@imogenf ');
});

test('what is no text box is refused', async () => {
	expect(await insertDraft(document.body, text, 'ask')).toMatchObject({outcome: 'no-box'});
	const box = document.createElement('input');
	box.type = 'checkbox';
	expect(editorElement(box)).toBeUndefined();
});

test.each([
	['  a  b \r\n\r\n\r\n\r\n c\u00a0d ', 'a b\n\nc d'],
	['zero\u200bwidth', 'zerowidth'],
	['👩‍👩‍👧 stays', '👩‍👩‍👧 stays'],
])('%j is made %j before it is inserted', (draft, normal) => {
	expect(normalizeDraft(draft)).toBe(normal);
});
