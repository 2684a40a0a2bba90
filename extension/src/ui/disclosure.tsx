/** The brand's line on how its replies are written: one switch puts it under the text or takes it away. */
type Props = {text: string; line: string; onChange: (text: string) => void};

export function Disclosure({text, line, onChange}: Props) {
	const isThere = text.trimEnd().endsWith(line);
	const change = () => {
		const own = text.trimEnd();
		onChange(isThere ? own.slice(0, -line.length).trimEnd() : own ? `${own}\n\n${line}` : line);
	};
	return (
		<label class="check disclosure">
			<input type="checkbox" checked={isThere} onChange={change} />
			<span>
				End with <q dir="auto">{line}</q>
			</span>
		</label>
	);
}
