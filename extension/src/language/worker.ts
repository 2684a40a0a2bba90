/** The grammar checker, in a worker of its own: its 16 MB are loaded at the first text and hold up nothing. */
import {type Dialect, type Lint, LocalLinter, SuggestionKind} from 'harper.js';
import {slimBinary} from 'harper.js/slimBinary';

/** A text to look at. */
export type Question = {id: number; text: string; dialect: Dialect};
/** One fault, its span half-open in UTF-16 code units. */
export type Fault = {kind: string; start: number; end: number; message: string; replacements: string[]};
/** The faults of the text that was asked about. */
export type Reply = {id: number; faults: Fault[]};

let linter: LocalLinter | undefined;

addEventListener('message', ({data}: MessageEvent<Question>) => void answer(data));

async function answer({id, text, dialect}: Question): Promise<void> {
	if (!linter || (await linter.getDialect()) !== dialect) {
		linter = new LocalLinter({binary: slimBinary, dialect});
	}
	const faults = (await linter.lint(text, {language: 'plaintext'})).map((lint) => faultOf(text, lint));
	const isEnglish = isMostlyKnown(text, faults) || (await linter.isLikelyEnglish(text));
	const reply: Reply = {id, faults: isEnglish ? faults : []};
	postMessage(reply);
}

/** One word misspelt makes a short text no other language. */
function isMostlyKnown(text: string, faults: Fault[]): boolean {
	const misspelt = faults.filter(({kind}) => kind === 'Spelling' || kind === 'Typo').length;
	return misspelt * 4 <= (text.match(/\S+/g)?.length ?? 0);
}

function faultOf(text: string, lint: Lint): Fault {
	const span = lint.span();
	const problem = lint.get_problem_text();
	return {
		kind: lint.lint_kind(),
		start: utf16(text, span.start),
		end: utf16(text, span.end),
		message: lint.message(),
		replacements: lint.suggestions().map((suggestion) => {
			const words = suggestion.get_replacement_text();
			if (suggestion.kind() === SuggestionKind.Remove) return '';
			return suggestion.kind() === SuggestionKind.InsertAfter ? problem + words : words;
		}),
	};
}

/** Harper counts characters; JavaScript counts UTF-16 code units. */
function utf16(text: string, at: number): number {
	return [...text].slice(0, at).join('').length;
}
