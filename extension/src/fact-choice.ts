/** What a person says that a reply may rest on, beside the snippets that fit the comment by themselves. */
import type {OfferedSnippet, SuggestionRequest} from './api/shapes';

/** The choice for one comment. */
export type FactChoice = {
	/** Facts for this reply alone. */
	own: string[];
	putIn: OfferedSnippet[];
	leftOut: OfferedSnippet[];
};

/** Nothing was chosen yet: the snippets that fit are offered. */
export const noChoice: FactChoice = {own: [], putIn: [], leftOut: []};

/** A snippet is to be offered, whether or not it fits. */
export function putIn(choice: FactChoice, snippet: OfferedSnippet): FactChoice {
	const {putIn: before, leftOut} = without(choice, snippet);
	return {...choice, putIn: [...before, snippet], leftOut};
}

/** A snippet is not to be offered here. */
export function leaveOut(choice: FactChoice, snippet: OfferedSnippet): FactChoice {
	const {putIn: before, leftOut} = without(choice, snippet);
	return {...choice, putIn: before, leftOut: [...leftOut, snippet]};
}

/** A fact for this reply alone; once is enough. */
export function addOwn(choice: FactChoice, text: string): FactChoice {
	return {...dropOwn(choice, text), own: [...dropOwn(choice, text).own, text]};
}

/** The fact for this reply is wrong, or is a snippet by now. */
export function dropOwn(choice: FactChoice, text: string): FactChoice {
	return {...choice, own: choice.own.filter((other) => other !== text)};
}

/** The choice as the server is told of it. */
export function asked({
	own,
	putIn: chosen,
	leftOut,
}: FactChoice): Pick<SuggestionRequest, 'facts' | 'snippets_in' | 'snippets_out'> {
	return {facts: own, snippets_in: chosen.map(({id}) => id), snippets_out: leftOut.map(({id}) => id)};
}

/** The snippets that a reply may rest on: those that were offered with the newest suggestion, as chosen since. */
export function offered(fitting: OfferedSnippet[], {putIn: chosen, leftOut}: FactChoice): OfferedSnippet[] {
	const settled = [...chosen, ...leftOut];
	return [...chosen, ...fitting.filter(({id}) => !settled.some((other) => other.id === id))];
}

/** What the facts say that a reply may rest on. */
export function toldBy(fitting: OfferedSnippet[], choice: FactChoice): string[] {
	return [...choice.own, ...offered(fitting, choice).map(({text}) => text)];
}

function without({putIn: chosen, leftOut}: FactChoice, {id}: OfferedSnippet) {
	const isOther = (snippet: OfferedSnippet) => snippet.id !== id;
	return {putIn: chosen.filter(isOther), leftOut: leftOut.filter(isOther)};
}
