/** The text that is written, with marks behind it: what was found, and the sentence that is pointed at. */
import type {RefObject} from 'preact';
import {useLayoutEffect} from 'preact/hooks';

/** A stretch of the text and how it is marked. */
export type FieldMark = {start: number; end: number; look: 'error' | 'warning' | 'info' | 'pointed'};

type Props = {
	/** Names the draft that is shown. */
	name: string;
	text: string;
	marks: FieldMark[];
	placeholder: string;
	field: RefObject<HTMLTextAreaElement | null>;
	onEdit: (text: string) => void;
};

export function DraftField({name, text, marks, placeholder, field, onEdit}: Props) {
	// Each draft has a field of its own: in one for all, Ctrl+Z would mix the words of two.
	const hadFocus = field.current !== null && field.current === document.activeElement;
	// biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves on where another field takes the place
	useLayoutEffect(() => {
		if (hadFocus) field.current?.focus();
	}, [name]);
	return (
		<div class="field">
			<div class="mirror" aria-hidden="true" dir="auto">
				{segments(text, marks).map(({start, words, looks}) =>
					looks ? (
						<mark key={start} class={looks}>
							{words}
						</mark>
					) : (
						words
					),
				)}
				{'\u200b'}
			</div>
			<textarea
				key={name}
				ref={field}
				aria-label="Reply draft"
				value={text}
				dir="auto"
				spellcheck={!navigator.language.startsWith('en')} // English is looked at by the panel itself
				placeholder={placeholder}
				onInput={(event) => onEdit(event.currentTarget.value)}
			/>
		</div>
	);
}

/** Cut the text where a mark begins or ends; overlapping marks share a piece. */
export function segments(text: string, marks: FieldMark[]) {
	const cuts = new Set([0, text.length, ...marks.flatMap(({start, end}) => [start, end])]);
	const edges = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((left, right) => left - right);
	return edges.slice(0, -1).map((start, index) => {
		const end = edges[index + 1] ?? text.length;
		const on = marks.filter((mark) => mark.start <= start && mark.end >= end);
		return {start, words: text.slice(start, end), looks: [...new Set(on.map(({look}) => look))].join(' ')};
	});
}
