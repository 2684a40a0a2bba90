/** The quiet button beside one comment: its look, its name, and what it says. */

/** The button's element in the page; what is inside of it the page's styles do not reach. */
export const tagName = 'candor-button';

// It takes no room, so nothing moves, and has no colour of its own, so that it reads on dark sites as on light ones.
const css = `
	:host { all: initial; position: absolute; inline-size: max-content; color: inherit; opacity: 0; pointer-events: none;
		transition: opacity .12s; }
	:host([data-shown]), :host(:focus-within), :host([data-said]) { opacity: 1; pointer-events: auto; z-index: 1; }
	@media (hover: none) { :host { opacity: 1; pointer-events: auto; } }
	@media (prefers-reduced-motion: reduce) { :host { transition: none; } }
	button { font: 600 12px/1 system-ui, sans-serif; color: inherit; background: none; backdrop-filter: blur(6px); margin-inline: 6px; padding: 6px 11px;
		border: 1px solid color-mix(in srgb, currentColor 45%, transparent); border-radius: 999px; cursor: pointer;
		white-space: nowrap; }
	button:hover { background: color-mix(in srgb, currentColor 12%, transparent); }
	button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
	span { position: absolute; inset-block-start: 100%; inset-inline-start: 6px; margin-block-start: 4px; inline-size: max-content; max-inline-size: 240px;
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
	const button = document.createElement('button');
	button.type = 'button';
	button.textContent = 'Suggest reply';
	const said = document.createElement('span');
	said.setAttribute('role', 'status');
	root.append(button, said);
	name(host, label);
	return host;
}

/** Put a button where there is room for it: behind the last words of the row it is in, or under the row's end. */
export function placeButton(host: HTMLElement, comment: HTMLElement): void {
	const row = host.parentElement;
	if (!row) return;
	host.style.translate = 'none';
	const own = host.getBoundingClientRect();
	const bounds = comment.getBoundingClientRect();
	const words = document.createRange();
	words.selectNodeContents(row);
	words.setEndBefore(host);
	const parts = [...words.getClientRects()];
	const last = parts.at(-1) ?? row.getBoundingClientRect();
	const middle = last.y + last.height / 2;
	const inLine = [last, ...parts.filter(({top, bottom}) => top < middle && bottom > middle)];
	const isLeftwards = getComputedStyle(row).direction === 'rtl';
	const from = isLeftwards
		? Math.min(...inLine.map(({left}) => left)) - own.width
		: Math.max(...inLine.map(({right}) => right));
	const edge = isLeftwards ? bounds.left : Math.min(bounds.right, window.innerWidth) - own.width;
	const fits = isLeftwards ? from >= edge : from <= edge;
	const x = fits ? from : edge;
	const y = fits ? middle - own.height / 2 : last.bottom;
	host.style.translate = `${x - own.x}px ${y - own.y}px`;
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
