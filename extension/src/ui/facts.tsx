/** What the reply may rest on: the snippets that were offered, and facts for this reply alone. */
import {useRef, useState} from 'preact/hooks';
import type {OfferedSnippet} from '../api/shapes';
import {type ListedFactForm, newFact} from '../begun';
import {type FactChoice, offered} from '../fact-choice';
import {AddFact} from './add-fact';
import {Fact} from './fact';
import {useFocusBack} from './focus';
import {SnippetSearch} from './snippet-search';

type Props = {
	choice: FactChoice;
	/** The snippets that came with the newest suggestion. */
	fitting: OfferedSnippet[];
	/** The person changed the draft, so it is not written anew by itself. */
	isOwnText: boolean;
	/** The fact that is being written; undefined: none. */
	written: ListedFactForm | undefined;
	onWrite: (written: ListedFactForm | undefined) => void;
	onFind: (words: string, signal: AbortSignal) => Promise<OfferedSnippet[]>;
	onPutIn: (snippet: OfferedSnippet) => void;
	onLeaveOut: (snippet: OfferedSnippet) => void;
	onDrop: (fact: string) => void;
	onUse: (fact: string) => void;
	onKeep: (fact: string, source: string, isNew: boolean) => Promise<boolean>;
};

export function Facts(props: Props) {
	const {choice, fitting, isOwnText, written, onWrite} = props;
	const {onFind, onPutIn, onLeaveOut, onDrop, onUse, onKeep} = props;
	const snippets = offered(fitting, choice);
	const lines = useSameOrder([
		...snippets.map((snippet) => ({...snippet, isOut: false})),
		...choice.leftOut.map((snippet) => ({...snippet, isOut: true})),
	]);
	const isWriting = written !== undefined;
	const writing = useFocusBack(isWriting);
	const [wasBegun] = useState(isWriting); // before the panel was opened: the form is to be seen
	return (
		<details class="facts" open={wasBegun}>
			<summary>Facts: {countWords(snippets.length, choice)}</summary>
			<div class="stack">
				<ul aria-label="What the reply may rest on">
					{choice.own.map((fact) => (
						<Fact key={fact} text={fact} source="For this reply alone">
							<button
								type="button"
								class="small"
								disabled={isWriting} // what stands in the form is sent or given up first
								onClick={() => onWrite({text: fact, source: '', isKept: true, known: fact})}
							>
								Keep as a snippet
							</button>
							<button
								type="button"
								class="small"
								onClick={() => {
									onDrop(fact);
									writing.current?.focus();
								}}
							>
								Remove
							</button>
						</Fact>
					))}
					{lines.map(({isOut, ...snippet}) => (
						<Fact key={snippet.id} {...snippet} isOut={isOut}>
							<button
								type="button"
								class="small"
								onClick={() => (isOut ? onPutIn(snippet) : onLeaveOut(snippet))}
							>
								{isOut ? 'Put back' : 'Leave out'}
							</button>
						</Fact>
					))}
				</ul>
				{isOwnText && (
					<p class="soft">You changed the draft, so it stays as it is. Again writes one with these facts.</p>
				)}
				{written === undefined ? (
					<button ref={writing} type="button" onClick={() => onWrite({...newFact, known: ''})}>
						Write a fact
					</button>
				) : (
					<AddFact
						known={written.known}
						form={written}
						onChange={(form) => onWrite({...form, known: written.known})}
						onUse={onUse}
						onKeep={(fact, source) => onKeep(fact, source, written.known === '')}
						onClose={() => onWrite(undefined)}
					/>
				)}
				<SnippetSearch offered={snippets} onFind={onFind} onPutIn={onPutIn} />
			</div>
		</details>
	);
}

/** The lines in the order in which they came, so that none moves away under a finger. */
function useSameOrder<Line extends {id: string}>(lines: Line[]): Line[] {
	const order = useRef<string[]>([]);
	for (const {id} of lines) if (!order.current.includes(id)) order.current.push(id);
	return [...lines].sort((left, right) => order.current.indexOf(left.id) - order.current.indexOf(right.id));
}

/** "2 snippets, 1 of yours, 1 left out". */
function countWords(snippets: number, {own, leftOut}: FactChoice): string {
	const counts = [
		snippets > 0 && `${snippets} ${snippets === 1 ? 'snippet' : 'snippets'}`,
		own.length > 0 && `${own.length} for this reply`,
		leftOut.length > 0 && `${leftOut.length} left out`,
	].filter(Boolean);
	return counts.join(', ') || 'none. Write one, and the draft can say it.';
}
