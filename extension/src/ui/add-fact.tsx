/** A fact that the brand stands by, added where a sentence rests on nothing. */
import {useEffect, useRef, useState} from 'preact/hooks';

type Props = {onAdd: (text: string, source: string) => Promise<boolean>; onClose: () => void};

export function AddFact({onAdd, onClose}: Props) {
	const [text, setText] = useState('');
	const [source, setSource] = useState('');
	const [isBusy, setBusy] = useState(false);
	const first = useRef<HTMLTextAreaElement>(null);
	useEffect(() => first.current?.focus(), []);
	const add = async () => {
		setBusy(true);
		const isAdded = await onAdd(text.trim(), source.trim());
		setBusy(false);
		if (isAdded) onClose();
	};
	return (
		<form
			class="card stack"
			aria-label="Add a snippet"
			onSubmit={(event) => {
				event.preventDefault();
				if (text.trim() && !isBusy) void add();
			}}
		>
			<label>
				A fact that you stand by
				<textarea
					rows={2}
					dir="auto"
					maxLength={1000}
					placeholder="A missing bag is refunded by Friday."
					value={text}
					ref={first}
					onInput={(event) => setText(event.currentTarget.value)}
				/>
			</label>
			<label>
				Where it is from
				<input
					value={source}
					maxLength={200}
					placeholder="Refund policy"
					onInput={(event) => setSource(event.currentTarget.value)}
				/>
			</label>
			<div class="row">
				<button type="submit" class="primary" disabled={!text.trim() || isBusy}>
					Add the snippet
				</button>
				<button type="button" onClick={onClose}>
					Cancel
				</button>
			</div>
		</form>
	);
}
