/** Forms about a comment that a person began and did not send: they are kept with its draft. */

/** Who wrote a comment and what, where it was read wrong. */
export type Correction = {author: string; text: string};

/** A fact that is being written down: for this reply alone, or kept as a snippet. */
export type FactForm = {text: string; source: string; isKept: boolean};

/** What was begun; undefined: there is no such form, or nothing was typed into it. */
export type Begun = {
	correction?: Correction | undefined;
	/** A fact that words of the text can rest on. */
	ground?: FactForm | undefined;
	/** A fact in the list of facts. */
	fact?: ListedFactForm | undefined;
	/** The note for the colleagues as the person has it, whichever team it goes to. */
	handOffNote?: string | undefined;
};

/** `known`: the fact for this reply that is to be kept for later ones; '': a new one. */
export type ListedFactForm = FactForm & {known: string};

/** A form to write a fact into. */
export const newFact: FactForm = {text: '', source: '', isKept: false};
