/** The person's own point for the reply: "Say this". */
type Props = {
	note: string;
	isBusy: boolean;
	/** The sentence that is pointed at rests on it. */
	isGround: boolean;
	onChange: (note: string) => void;
	onSay: () => void;
};

export function Note({note, isBusy, isGround, onChange, onSay}: Props) {
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				if (note.trim() && !isBusy) onSay();
			}}
		>
			<label for="note">
				Say this <kbd>Alt N</kbd>
			</label>
			<div class="row">
				<input
					id="note"
					class={isGround ? 'ground' : undefined}
					value={note}
					maxLength={1000}
					placeholder="the point, in your words"
					autocomplete="off"
					onInput={(event) => onChange(event.currentTarget.value)}
				/>
				<button type="submit" disabled={!note.trim() || isBusy}>
					Say it
				</button>
			</div>
		</form>
	);
}
