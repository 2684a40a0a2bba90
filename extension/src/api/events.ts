/** Reading an event stream: robust to chunks split anywhere, to any line ending, and to pings. */

/** One event: its name and its data, still text. */
export type StreamEvent = {name: string; data: string};

/** Yield the events of a stream as they arrive. Leaving the loop closes the stream. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
	const reader = body
		.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
		.getReader();
	let rest = '';
	let fields: {name: string; data: string[]} = {name: '', data: []};
	try {
		for (;;) {
			const {done, value} = await reader.read();
			if (done) return; // an event without its blank line never came whole, and is dropped
			rest += value;
			// A CR at the end may be the first half of a CRLF: it waits for the next chunk.
			const held = rest.endsWith('\r') ? '\r' : '';
			const lines = rest.slice(0, rest.length - held.length).split(/\r\n|\r|\n/);
			rest = (lines.pop() ?? '') + held;
			for (const line of lines) {
				if (line !== '') {
					take(line, fields);
				} else {
					if (fields.data.length > 0) yield {name: fields.name || 'message', data: fields.data.join('\n')};
					fields = {name: '', data: []};
				}
			}
		}
	} finally {
		await reader.cancel();
	}
}

function take(line: string, fields: {name: string; data: string[]}): void {
	const colon = line.indexOf(':');
	if (colon === 0) return; // a ping
	const field = colon === -1 ? line : line.slice(0, colon);
	const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
	if (field === 'event') fields.name = value;
	if (field === 'data') fields.data.push(value);
}
