/** A text in which the words that something rests on are marked. */
export function Marked({text, quotes}: {text: string; quotes: string[]}) {
	const quote = quotes.find((words) => words && text.includes(words));
	if (!quote) return text;
	const start = text.indexOf(quote);
	return (
		<>
			{text.slice(0, start)}
			<mark class="ground">{quote}</mark>
			{text.slice(start + quote.length)}
		</>
	);
}
