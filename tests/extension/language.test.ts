import {expect, test} from 'vitest';
import {dialectOf, findingsOf} from '../../extension/src/language/language';

const fault = (kind: string, start: number, end: number) => ({
	kind,
	start,
	end,
	message: 'Did you mean `receive`?',
	replacements: ['receive'],
});

test('faults of grammar and spelling are findings; matters of taste are not', () => {
	const text = 'You will recieve it.';
	const findings = findingsOf([fault('Spelling', 9, 16), fault('Style', 0, 3)], text, '');
	expect(findings).toEqual([
		{
			check: 'language',
			severity: 'warning',
			start: 9,
			end: 16,
			message: 'Did you mean “receive”?',
			replacements: ['receive'],
		},
	]);
});

test('a name is spelt as its owner spells it', () => {
	expect(findingsOf([fault('Spelling', 6, 12)], 'Hello Oksana!', 'oksana wrote this')).toEqual([]);
});

test.each([
	['en-US', 0],
	['en-GB', 1],
	['en-IN', 4],
	['de-DE', 1],
])('%s is read as the English of its place', (locale, dialect) => {
	expect(dialectOf(locale)).toBe(dialect);
});
