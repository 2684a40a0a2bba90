/** A fact written down: for this reply alone, or kept as a snippet. */
import {useState} from 'preact/hooks';
import type {FactForm} from '../begun';
import {useFocus} from './focus';

type Props = {
	/** A fact for this reply that is to be kept for later ones; '': a new one. */
	known?: string;
	form: FactForm;
	onChange: (form: FactForm) => void;
	onUse: (text: string) => void;
	/** Gives whether it is kept now. */
	onKeep: (text: string, source: string) => Promise<boolean>;
	onClose: () => void;
};

export function AddFact({known = '', form, onChange, onUse, onKeep, onClose}: Props) {
	const {text, source, isKept} = form;
	const [isBusy, setBusy] = useState(false);
	const first = useFocus<HTMLTextAreaElement>();
	const add = async () => {
		if (!isKept) {
			onUse(text.trim());
			return onClose();
		}
		setBusy(true);
		const isDone = await onKeep(text.trim(), source.trim());
		setBusy(false);
		if (isDone) onClose();
	};
	return (
		<form
			class="card stack"
			aria-label={known ? 'Keep the fact as a snippet' : 'Add a fact'}
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
					placeholder="It is back in stock on Tuesday."
					value={text}
					ref={first}
					onInput={(event) => onChange({...form, text: event.currentTarget.value})}
				/>
			</label>
			{!known && (
				<label class="check">
					<input type="checkbox" checked={isKept} onChange={() => onChange({...form, isKept: !isKept})} />
					Keep it as a snippet for later replies
				</label>
			)}
			{isKept && (
				<label>
					Where it is from
					<input
						value={source}
						maxLength={200}
						placeholder="Refund policy"
						onInput={(event) => onChange({...form, source: event.currentTarget.value})}
					/>
				</label>
			)}
			<div class="row">
				<button type="submit" class="primary" disabled={!text.trim() || isBusy}>
					{isKept ? 'Keep the snippet' : 'Use it for this reply'}
				</button>
				<button type="button" onClick={onClose}>
					Cancel
				</button>
			</div>
		</form>
	);
}
