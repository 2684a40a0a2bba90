/** The panel without a comment: three ways to get one. */
import type {ComponentChildren} from 'preact';

type Props = {
	/** Why the selected words could not be used; '' when nothing was tried. */
	problem: string;
	/** The comment that is typed by hand. */
	pasted: string;
	/** Where the desk is. */
	deskUrl: string;
	onUseSelected: () => void;
	onChange: (pasted: string) => void;
	onPaste: () => void;
	/** What can be done about the page beside the panel. */
	children: ComponentChildren;
};

export function Start({problem, pasted, deskUrl, onUseSelected, onChange, onPaste, children}: Props) {
	return (
		<section class="start" aria-label="Start">
			<h2>Which comment?</h2>
			<ul>
				<li>
					Where you put the button: press <b>Suggest reply</b> beside a comment.
				</li>
				<li>
					Anywhere else: select the comment’s words and press <kbd>Alt Shift S</kbd>.
				</li>
			</ul>
			<button type="button" onClick={onUseSelected}>
				Use the selected text
			</button>
			<p class="bad" role="alert">
				{problem}
			</p>
			<form
				class="stack"
				onSubmit={(event) => {
					event.preventDefault();
					if (pasted.trim()) onPaste();
				}}
			>
				<label for="pasted">Or paste one</label>
				<textarea
					id="pasted"
					rows={3}
					dir="auto"
					maxLength={10_000}
					value={pasted}
					onInput={(event) => onChange(event.currentTarget.value)}
				/>
				<button type="submit" class="primary" disabled={!pasted.trim()}>
					Suggest reply
				</button>
			</form>
			{children}
			<p class="soft">
				<a href={deskUrl} target="_blank" rel="noreferrer">
					The desk
				</a>{' '}
				has your facts and promises, what you handed over, and what people told you.
			</p>
		</section>
	);
}
