/** The draft: an editable text with its versions, its length and what it rests on. */
import type {ComponentChildren, RefObject} from 'preact';
import type {DraftState} from '../draft-state';
import {shownText, shownVersion} from '../draft-state';
import {DraftField, type FieldMark} from './draft-field';

type Props = {
	state: DraftState;
	/** How much the text uses of what the platform allows. */
	length: {used: number; limit: number};
	field: RefObject<HTMLTextAreaElement | null>;
	marks: FieldMark[];
	onEdit: (text: string) => void;
	onShow: (index: number) => void;
	onAgain: () => void;
	onShorter: () => void;
	onStop: () => void;
	/** No reply is advised, and the person wants one all the same. */
	onDraftAnyway: () => void;
	/** The evidence strip. */
	children: ComponentChildren;
};

export function DraftBox({
	state,
	length,
	field,
	marks,
	onEdit,
	onShow,
	onAgain,
	onShorter,
	onStop,
	onDraftAnyway,
	children,
}: Props) {
	const text = shownText(state);
	const {phase} = state;
	const isBusy = phase !== 'idle';
	return (
		<section class="card draft" aria-label="Draft" aria-busy={isBusy}>
			{phase === 'waiting' && !text ? (
				<div class="skeleton" aria-hidden="true">
					<i />
					<i />
					<i />
				</div>
			) : (
				<DraftField
					name={`${state.shown} ${shownVersion(state)?.suggestionId ?? ''}`}
					text={text}
					marks={marks}
					field={field}
					placeholder={
						state.isReplyUnadvised
							? 'No reply is advised. Write one if you see it otherwise.'
							: 'Your reply. Press Again for a draft.'
					}
					onEdit={onEdit}
				/>
			)}
			{children}
			<div class="foot">
				<Pager state={state} onShow={onShow} />
				{isBusy ? (
					<button type="button" class="quiet" onClick={onStop}>
						Stop
					</button>
				) : state.isReplyUnadvised ? (
					<button type="button" onClick={onDraftAnyway}>
						Draft one all the same
					</button>
				) : (
					<>
						<button type="button" class="quiet" onClick={onAgain}>
							Again
						</button>
						<button type="button" class="quiet" disabled={!text.trim()} onClick={onShorter}>
							Shorter
						</button>
					</>
				)}
				<LengthCount text={text} {...length} />
			</div>
		</section>
	);
}

/** Goes through the drafts in the tone that is shown; the toggles go to the others. */
function Pager({state: {versions, shown}, onShow}: Pick<Props, 'state' | 'onShow'>) {
	const tone = versions[shown]?.tone;
	const indexes = [...versions.keys()].filter((index) => versions[index]?.tone === tone);
	if (indexes.length < 2) return null;
	const at = indexes.indexOf(shown);
	const step = (label: string, sign: string, index: number | undefined) => (
		<button
			type="button"
			class="quiet"
			aria-label={label}
			disabled={index === undefined}
			onClick={() => onShow(index ?? shown)}
		>
			{sign}
		</button>
	);
	return (
		<>
			{step('Previous draft', '‹', indexes[at - 1])}
			<span>
				{at + 1} of {indexes.length}
			</span>
			{step('Next draft', '›', indexes[at + 1])}
		</>
	);
}

function LengthCount({text, used, limit}: {text: string; used: number; limit: number}) {
	const words = text.match(/\S+/g)?.length ?? 0;
	const left = limit - used;
	const isNear = left < Math.max(40, limit * 0.1);
	return (
		<span class={left < 0 ? 'count over' : 'count'}>
			{words} {words === 1 ? 'word' : 'words'}
			{left < 0 ? ` · ${-left} too many` : isNear || limit <= 500 ? ` · ${left} left` : ''}
		</span>
	);
}
