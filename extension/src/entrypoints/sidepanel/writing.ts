/** Changing the draft from beside it, in the browser's own way of typing, so that Ctrl+Z takes it back. */
import type {RefObject} from 'preact';
import {shownText} from '../../draft-state';
import type {Drafting} from './drafting';

/** Select a stretch of the text that was looked at, or put other words in its place. */
export function useWriting(drafting: Drafting, field: RefObject<HTMLTextAreaElement | null>) {
	const select = (start: number, end: number): boolean => {
		const {state} = drafting.view;
		if (!field.current || shownText(state) !== state.checkedText) return false; // the spans are of an older text
		field.current.focus();
		field.current.setSelectionRange(start, end);
		return true;
	};
	const replace = (start: number, end: number, words: string): void => {
		const text = shownText(drafting.view.state);
		// With a stretch goes the space that would be left over.
		const isSpare = words === '' && (start === 0 || /\s/.test(text[start - 1] ?? '')) && text[end] === ' ';
		if (!select(start, isSpare ? end + 1 : end)) return;
		document.execCommand(words ? 'insertText' : 'delete', false, words);
	};
	return {select, replace};
}
