/** Grammar and spelling, looked at in the panel itself: nothing is sent, not even to the server. */
import type {Finding} from '../api/shapes';
import type {Fault, Question, Reply} from './worker';

/** Kinds that are faults; the others are matters of taste, and the tone's business. */
const severities: Record<string, Finding['severity']> = {
	Agreement: 'warning',
	BoundaryError: 'info',
	Capitalization: 'info',
	Eggcorn: 'warning',
	Grammar: 'warning',
	Malapropism: 'warning',
	Nonstandard: 'info',
	Punctuation: 'info',
	Repetition: 'warning',
	Spelling: 'warning',
	Typo: 'warning',
};

const britain = 1;
const dialects: Record<string, Question['dialect']> = {'en-US': 0, 'en-AU': 2, 'en-CA': 3, 'en-IN': 4};

let worker: Worker | undefined;
let count = 0;
const waiting = new Map<number, (faults: Fault[]) => void>();

/**
 * The faults in a text; names and words that stand in `known` are spelt as they are spelt there.
 * It is read as English of the locale, or of the browser's where that is empty.
 */
export async function checkLanguage(text: string, known: string, locale: string): Promise<Finding[]> {
	if (!text.trim()) return [];
	const faults = await ask(text, dialectOf(locale || navigator.language));
	return findingsOf(faults, text, known);
}

/** The English of a locale; British where it is none of the others. */
export function dialectOf(locale: string): Question['dialect'] {
	return dialects[locale] ?? britain;
}

/** The findings that faults make. */
export function findingsOf(faults: Fault[], text: string, known: string): Finding[] {
	const words = new Set(known.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu));
	return faults.flatMap(({kind, start, end, message, replacements}) => {
		const severity = severities[kind];
		const isKnown = kind === 'Spelling' && words.has(text.slice(start, end).toLowerCase());
		if (!severity || isKnown) return [];
		const said = message.replace(/`([^`]*)`/g, '“$1”');
		return [{check: 'language', severity, start, end, message: said, replacements}];
	});
}

function ask(text: string, dialect: Question['dialect']): Promise<Fault[]> {
	worker ??= begin();
	const question: Question = {id: ++count, text, dialect};
	const answered = new Promise<Fault[]>((resolve) => waiting.set(question.id, resolve));
	worker.postMessage(question);
	return answered;
}

function begin(): Worker {
	const begun = new Worker(new URL('./worker.ts', import.meta.url), {type: 'module'});
	begun.addEventListener('message', ({data: {id, faults}}: MessageEvent<Reply>) => {
		waiting.get(id)?.(faults);
		waiting.delete(id);
	});
	// Without it the texts are still there; the grammar is looked at again when the panel is opened anew.
	begun.addEventListener('error', ({message}) => console.warn('The grammar checker failed.', message));
	return begun;
}
