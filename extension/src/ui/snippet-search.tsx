/** Finds one of the brand's snippets by its words, to be put in. */
import {useEffect, useRef, useState} from 'preact/hooks';
import type {OfferedSnippet} from '../api/shapes';
import {Fact} from './fact';

type Props = {
	/** Those that need no putting in. */
	offered: OfferedSnippet[];
	onFind: (words: string, signal: AbortSignal) => Promise<OfferedSnippet[]>;
	onPutIn: (snippet: OfferedSnippet) => void;
};

const typingPause = 150; // ms

export function SnippetSearch({offered, onFind, onPutIn}: Props) {
	const field = useRef<HTMLInputElement>(null);
	const [words, setWords] = useState('');
	const [found, setFound] = useState<{words: string; snippets: OfferedSnippet[]}>();
	// biome-ignore lint/correctness/useExhaustiveDependencies: only other words are another search
	useEffect(() => {
		const finding = new AbortController();
		const find = async () => {
			const snippets = await onFind(words.trim(), finding.signal);
			if (!finding.signal.aborted) setFound({words, snippets});
		};
		const timer = words.trim() ? setTimeout(() => void find(), typingPause) : undefined;
		if (!words.trim()) setFound(undefined);
		return () => {
			clearTimeout(timer);
			finding.abort();
		};
	}, [words]);
	const others = found?.snippets.filter(({id}) => !offered.some((snippet) => snippet.id === id)) ?? [];
	return (
		<search class="stack">
			<label>
				Put in a snippet
				<input
					ref={field}
					type="search"
					value={words}
					maxLength={200}
					placeholder="words of the snippet"
					autocomplete="off"
					onInput={(event) => setWords(event.currentTarget.value)}
				/>
			</label>
			<p class="soft" role="status">
				{found && foundWords(others.length, found.snippets.length)}
			</p>
			{others.length > 0 && (
				<ul aria-label="Snippets found">
					{others.map((snippet) => (
						<Fact key={snippet.id} text={snippet.text} source={snippet.source}>
							<button
								type="button"
								class="small"
								onClick={() => {
									onPutIn(snippet);
									field.current?.focus();
								}}
							>
								Put in
							</button>
						</Fact>
					))}
				</ul>
			)}
		</search>
	);
}

function foundWords(others: number, all: number): string {
	if (others > 0) return `${others} found.`;
	return all > 0 ? 'What was found is there already.' : 'No snippet has these words.';
}
