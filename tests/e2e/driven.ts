/** A browser with the extension and its real panel beside the page, where the focus is as it would be for a person. */
import type {Insertion, Placing} from '../../extension/src/editors/insert';
import {launchChromium} from './chromium.ts';
import {launchFirefox} from './firefox.ts';
import {findFirefox} from './places.ts';

/** What the tests do with either browser. */
export type Driven = {
	/** Go to an address of ours, or to a page that is shown there this once. */
	open(url: string, html?: string): Promise<void>;
	/** Run a function in the page, in its own world. */
	page<Args extends unknown[], Result>(
		run: (...args: Args) => Result,
		...args: Args
	): Promise<Awaited<Result>>;
	/** Run a script in a world of its own beside the page's, as the extension's; gives what it comes to. */
	isolated<Result>(source: string): Promise<Result>;
	/** A real click into the page. */
	click(point: {x: number; y: number}): Promise<void>;
	/** Real keys, to whatever has the focus in the page; \n is Enter. */
	type(text: string): Promise<void>;
	pressUndo(): Promise<void>;
	/** A real click into the panel: the page is without the focus then. */
	focusPanel(): Promise<void>;
	/** Give the focus back to the page, without a click that would move its caret. */
	focusPage(): Promise<void>;
	/** Ask for an insertion as the panel does. */
	insert(text: string, placing: Placing): Promise<Insertion>;
	close(): Promise<void>;
};

/** The browsers of this machine. */
export const browsers: {name: string; launch: () => Promise<Driven>}[] = [
	{name: 'Chromium', launch: launchChromium},
	...(findFirefox() ? [{name: 'Firefox', launch: launchFirefox}] : []),
];
