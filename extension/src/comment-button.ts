/** The quiet button beside one comment: its look, its name, and what it says. */

/** The button's element in the page; what is inside of it the page's styles do not reach. */
export const tagName = 'candor-button';

// No height of its own and no colour of its own: no row grows, and it reads on dark sites as on light ones.
const css = `
	:host { all: initial; display: inline-flex; flex: none; align-items: center; vertical-align: middle; block-size: 0;
		color: inherit; opacity: 0; transition: opacity .12s; }
	:host([data-afloat]) { position: absolute; }
	:host([data-shown]), :host(:focus-within), :host([data-said]) { opacity: 1; z-index: 1; }
	@media (hover: none) { :host { opacity: 1; } }
	@media (prefers-reduced-motion: reduce) { :host { transition: none; } }
	button { font: 600 12px/1 system-ui, sans-serif; color: inherit; background: none; margin-inline: 6px; padding: 6px 11px;
		border: 1px solid color-mix(in srgb, currentColor 45%, transparent); border-radius: 999px; cursor: pointer;
		white-space: nowrap; }
	button:hover { background: color-mix(in srgb, currentColor 12%, transparent); }
	button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
	div { position: relative; }
	span { position: absolute; inset-block-start: 18px; inset-inline-start: 6px; inline-size: max-content; max-inline-size: 240px;
		font: 12px/1.4 system-ui, sans-serif; color: #5c4200; background: #fdf1d8; border-radius: 6px; padding: 4px 8px; }
	span:empty { display: none; }
`;

let sheet: CSSStyleSheet | undefined;

/** Make a button; `label` is read out in place of its words. */
export function makeButton(label: string): HTMLElement {
	const host = document.createElement(tagName);
	const root = host.attachShadow({mode: 'open'});
	if (!sheet) {
		sheet = new CSSStyleSheet();
		sheet.replaceSync(css);
	}
	root.adoptedStyleSheets = [sheet];
	const place = document.createElement('div');
	const button = document.createElement('button');
	button.type = 'button';
	button.textContent = 'Suggest reply';
	const said = document.createElement('span');
	said.setAttribute('role', 'status');
	place.append(button, said);
	root.append(place);
	name(host, label);
	return host;
}

/** Put a button last into a toolbar, so that nothing else moves. */
export function placeButton(host: HTMLElement, toolbar: HTMLElement): void {
	// In a row of boxes it is the last one; in running text it would open a line of its own, so there it floats.
	const {display} = getComputedStyle(toolbar);
	host.toggleAttribute('data-afloat', !/flex|grid/.test(display));
	toolbar.append(host);
}

/** Name a button anew. */
export function name(host: HTMLElement, label: string): void {
	host.shadowRoot?.querySelector('button')?.setAttribute('aria-label', label);
}

/** Say a sentence beside a button; '' takes it away. */
export function say(host: HTMLElement, sentence: string): void {
	const said = host.shadowRoot?.querySelector('span');
	if (said) said.textContent = sentence;
	host.toggleAttribute('data-said', sentence !== '');
}
