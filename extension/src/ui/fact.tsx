/** One fact of a list: its words, where it is from, and what can be done with it. */
import type {ComponentChildren} from 'preact';

type Props = {
	text: string;
	source: string;
	/** It was left out here. */
	isOut?: boolean;
	children: ComponentChildren;
};

export function Fact({text, source, isOut, children}: Props) {
	return (
		<li class={isOut ? 'out' : undefined}>
			<span dir="auto">{text}</span>
			<span class="soft" dir="auto">
				{isOut ? 'Left out here' : source}
			</span>
			<span class="row">{children}</span>
		</li>
	);
}
