/**
 * Where the focus goes by itself. It moves as the element appears, not after the next paint: whoever types on at once must
 * not find their words in another field.
 */
import type {RefObject} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';

/** For an element that takes the focus when it appears. */
export function useFocus<Field extends HTMLElement>(): RefObject<Field | null> {
	const field = useRef<Field>(null);
	useLayoutEffect(() => field.current?.focus(), []);
	return field;
}

/** For the button that opens a form: it has the focus again once the form is closed. */
export function useFocusBack(isOpen: boolean): RefObject<HTMLButtonElement | null> {
	const button = useRef<HTMLButtonElement>(null);
	const wasOpen = useRef(isOpen);
	useLayoutEffect(() => {
		if (wasOpen.current && !isOpen) button.current?.focus();
		wasOpen.current = isOpen;
	}, [isOpen]);
	return button;
}
