/** The panel without a comment: three ways to get one. */
import type {ComponentChildren} from 'preact';
import {useState} from 'preact/hooks';

type Props = {
	/** Why the selected words could not be used; '' when nothing was tried. */
	problem: string;
	onUseSelected: () => void;
	onPaste: (text: string) => void;
	/** What can be done about the page beside the panel. */
	children: ComponentChildren;
};

export function Start({problem, onUseSelected, onPaste, children}: Props) {
	const [text, setText] = useState('');
	return (
		<section class="start" aria-label="Start">
			<h2>Which comment?</h2>
			<ul>
				<li>
					Where you put the button: <b>Suggest reply</b> beside a comment.
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
					if (text.trim()) onPaste(text.trim());
				}}
			>
				<label for="pasted">Or paste one</label>
				<textarea
					id="pasted"
					rows={3}
					dir="auto"
					maxLength={10_000}
					value={text}
					onInput={(event) => setText(event.currentTarget.value)}
				/>
				<button type="submit" class="primary" disabled={!text.trim()}>
					Suggest reply
				</button>
			</form>
			{children}
		</section>
	);
}
